package uk.concordat.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows the start step by step, then where to go and as whom. */
record Console(PrintStream out, long began) implements Progress {

  static Console standard() {
    return new Console(System.out, System.nanoTime());
  }

  @Override
  public void step(String words) {
    double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, words));
  }

  void welcome(Stack stack) {
    out.println();
    out.println("Concordat is at " + stack.portal() + "/");
    out.println(
        "Everything in it is synthetic. All accounts have the password " + DemoAccount.PASSWORD);
    out.println();
    out.printf("  %-20s %-22s %s%n", "user name", "agency", "role");
    for (DemoAccount account : stack.accounts()) {
      out.printf(
          "%s %-20s %-22s %s%s%n",
          account.secondFactor() ? "*" : " ",
          account.username(),
          account.agency(),
          account.role(),
          account.lead() ? " (lead)" : "");
    }
    out.println();
    out.println(
        "* has a second factor; enter this secret in an authenticator app (TOTP, 6 digits):");
    out.println("  " + stack.secondFactor().secret());
    out.println();
    out.println(
        "Ctrl-C stops it. The data stay in %s; -Dconcordat.fresh=true starts afresh."
            .formatted(stack.data()));
  }
}
