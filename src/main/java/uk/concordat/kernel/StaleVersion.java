package uk.concordat.kernel;

/** Somebody changed the record since this caller opened it; nothing was saved. */
public class StaleVersion extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
