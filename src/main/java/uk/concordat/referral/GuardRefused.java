package uk.concordat.referral;

/** The move exists, but a guard forbids it to this caller: the code says which. */
public class GuardRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  GuardRefused(String code) {
    super(code);
    this.code = code;
  }

  /**
   * {@code conflict-declared}, {@code own-referral}, {@code own-work}, {@code not-told}, {@code
   * still-owed}, {@code file-open}, {@code restricted}, {@code nobody-answers}, {@code
   * not-permitted}, {@code no-agreement} or {@code consent-override}.
   */
  public String code() {
    return code;
  }
}
