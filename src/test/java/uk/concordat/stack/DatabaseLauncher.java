package uk.concordat.stack;

/** The launcher with PostgreSQL alone: all of the process handling in two seconds, for its test. */
final class DatabaseLauncher {
  /** Printed when PostgreSQL answers. */
  static final String READY = "ready";

  private DatabaseLauncher() {}

  public static void main(String[] arguments) {
    Launcher.attend(
        (place, children) -> {
          Postgres.start(place, children);
          System.out.println(READY);
        });
  }
}
