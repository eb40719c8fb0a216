package uk.concordat.stack;

/** PostgreSQL alone, with the current schema: for tests that ask only the database. */
public final class TestDatabase implements AutoCloseable {
  private final Workplace place;
  private final Children children;
  private final Postgres postgres;

  private TestDatabase(Workplace place, Children children, Postgres postgres) {
    this.place = place;
    this.children = children;
    this.postgres = postgres;
  }

  /** Starts a server of its own on a free port. */
  public static TestDatabase start() {
    Workplace place = Workplace.forTests();
    Children children = new Children(place.leftovers());
    try {
      Postgres postgres = new StackStart(place, children, Progress.silent()).database();
      return new TestDatabase(place, children, postgres);
    } catch (StackFailure failure) {
      children.close();
      throw failure;
    }
  }

  /** The server, with connections for each role. */
  public Postgres postgres() {
    return postgres;
  }

  @Override
  public void close() {
    children.close();
    place.leave();
  }
}
