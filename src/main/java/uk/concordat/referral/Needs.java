package uk.concordat.referral;

/**
 * How to reach the person safely, and what they want: data class D4.
 *
 * @param contactMethod code of list {@code contact-method}
 * @param contactDetail number or address for it
 * @param contactSafety what makes contact safe or unsafe
 * @param communication interpreter, format, help
 * @param wish code of list {@code wish}
 * @param overrideReason code of list {@code override-reason}, where they do not agree or were not
 *     asked
 * @param told whether they were told what is shared
 * @param confidentiality code of list {@code confidentiality}: what sets the duty of confidence
 *     aside, where the NHS sends; neither the wish nor the lawful basis (domain.md 4.3)
 * @param injury code of list {@code injury}: how badly they were hurt, in bands, never a diagnosis
 */
public record Needs(
    String contactMethod,
    String contactDetail,
    String contactSafety,
    String communication,
    String wish,
    String overrideReason,
    Boolean told,
    String notToldReason,
    String confidentiality,
    String injury) {
  /** Code of the wish that needs no override. */
  static final String AGREES = "AGREES";

  /** Whether they agreed, or a reason to share without that is recorded. */
  boolean agreedOrDuty() {
    return AGREES.equals(wish) || overrideReason != null;
  }

  /** The same with another band of injury. */
  public Needs withInjury(String band) {
    return new Needs(
        contactMethod,
        contactDetail,
        contactSafety,
        communication,
        wish,
        overrideReason,
        told,
        notToldReason,
        confidentiality,
        band);
  }

  /** The same without what sets the duty of confidence aside: it is the trust's own. */
  Needs withoutConfidence() {
    return new Needs(
        contactMethod,
        contactDetail,
        contactSafety,
        communication,
        wish,
        overrideReason,
        told,
        notToldReason,
        null,
        injury);
  }

  static final Needs EMPTY = new Needs(null, null, null, null, null, null, null, null, null, null);
}
