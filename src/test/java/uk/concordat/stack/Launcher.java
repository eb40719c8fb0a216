package uk.concordat.stack;

import java.util.function.BiConsumer;

/**
 * What {@code mvn -Prun} runs: starts everything, says where it is, and waits until it is stopped.
 */
public final class Launcher {
  private Launcher() {}

  /** Ends with code 1 and one line when the stack cannot start or one of its servers ends. */
  public static void main(String[] arguments) {
    Console console = Console.standard();
    attend(
        (place, children) -> {
          console.step("Starting PostgreSQL and Keycloak side by side");
          Stack stack = new StackStart(place, children, console).start();
          new DemoReferrals(stack).fill();
          new DemoIncidents(stack).fill();
          console.step("The demo's referrals are there");
          console.welcome(stack);
        });
  }

  /** Starts in the folder of {@code mvn -Prun}, then waits; children never outlive this Java. */
  static void attend(BiConsumer<Workplace, Children> start) {
    try {
      Workplace place = Workplace.forRun();
      Children children = new Children(place.leftovers());
      // Registered before the first child starts, so that an early Ctrl-C leaves nothing either.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(place, children), "stop"));
      start.accept(place, children);
      children
          .awaitEnd()
          .ifPresent(
              ended -> {
                throw new StackFailure(ended.name() + " has ended by itself; see " + ended.log());
              });
    } catch (RuntimeException anything) {
      System.err.println(StackFailure.of(anything).getMessage());
      System.exit(1);
    }
  }

  private static void stop(Workplace place, Children children) {
    children.close();
    place.leave();
  }
}
