package uk.concordat.audit.witness;

import java.io.PrintStream;

/** What the program tells whoever started it. */
record Console(PrintStream out, PrintStream err) {
  void say(String line) {
    out.println(line);
  }

  void complain(String line) {
    err.println(line);
  }

  /** Loud enough to be found in a log of months. */
  void alarm(String line) {
    err.println("THE LEDGER DOES NOT FIT. Nothing was cosigned; tell your information governance.");
    err.println(line);
  }
}
