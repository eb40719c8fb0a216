package uk.concordat.agreement;

/** A version of this agreement is proposed already: it is signed, refused or withdrawn first. */
public class OpenProposal extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
