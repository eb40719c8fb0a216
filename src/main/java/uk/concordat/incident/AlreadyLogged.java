package uk.concordat.incident;

/** The draft has been logged meanwhile: nothing of it changes any more. */
public class AlreadyLogged extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
