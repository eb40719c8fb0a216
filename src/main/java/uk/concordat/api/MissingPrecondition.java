package uk.concordat.api;

/** A change came without the version that it changes. */
class MissingPrecondition extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
