package uk.concordat.document;

/** What lies in the database is not what was put there; nothing of it is shown. */
class BrokenSeal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSeal() {
    super("a document in the database was changed");
  }
}
