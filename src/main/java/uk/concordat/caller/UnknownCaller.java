package uk.concordat.caller;

/** The token is genuine, but its holder is suspended here or of no agency or role that we know. */
public class UnknownCaller extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
