package uk.concordat.oversight;

/** A month of the ledger is not disposed of. */
public class DisposalRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  DisposalRefused(String code) {
    super(code);
    this.code = code;
  }

  /**
   * Why: {@code too-young}, {@code records-held}, {@code not-sequenced}, {@code disposed}, {@code
   * proposed}, {@code not-proposed}, {@code own-proposal}, {@code not-yours} or {@code changed} by
   * somebody meanwhile.
   */
  public String code() {
    return code;
  }
}
