package uk.concordat.stack;

/** Says in one line what keeps the stack from running and how to mend it. */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StackFailure(String message) {
    super(message);
  }

  StackFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * The failure behind any exception: itself where it is one, else the words of the innermost
   * cause.
   */
  static StackFailure of(Throwable thrown) {
    Throwable innermost = thrown;
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof StackFailure known) {
        return known;
      }
      innermost = each;
    }
    // One line, whatever the cause had to say; its trace is for a debugger.
    String words = String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
    return new StackFailure(innermost.getClass().getSimpleName() + ": " + words, thrown);
  }
}
