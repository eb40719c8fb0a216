package uk.concordat.oversight;

/**
 * What tells of a disposal has been committed and gets its place in the tree within seconds: an
 * export before that could not be checked.
 */
public class DisposalPending extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
