package uk.concordat.audit.witness;

/** The log shows another history than it did before. */
final class InconsistentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InconsistentException(String message) {
    super(message);
  }
}
