package uk.concordat.audit.witness;

/** The program was started wrongly. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
