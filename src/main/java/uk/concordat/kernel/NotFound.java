package uk.concordat.kernel;

/** There is no such record for this caller: unknown and forbidden are the same to the outside. */
public class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
