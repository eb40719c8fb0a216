package uk.concordat.web.agreement;

import uk.concordat.agreement.AgreementStatus;
import uk.concordat.agreement.AgreementView;
import uk.concordat.web.London;
import uk.concordat.web.referral.Words;

/** A version of an agreement in a list, in words. */
public class AgreementRow {
  private final AgreementView agreement;
  private final Words words;
  private final String own;

  AgreementRow(AgreementView agreement, Words words, String own) {
    this.agreement = agreement;
    this.words = words;
    this.own = own;
  }

  /** For example "ISA-101 version 2". */
  public String getName() {
    return agreement.code() + " version " + agreement.version();
  }

  /** Its title. */
  public String getTitle() {
    return agreement.terms().title();
  }

  /** The other agency. */
  public String getWith() {
    return words.agency(agreement.terms().beside(own).agency());
  }

  /** Its status. */
  public String getStatus() {
    return agreement.status().label();
  }

  /** Kind of tag of its status. */
  public String getTone() {
    return tone(agreement.status());
  }

  /** When both look at it again. */
  public String getReview() {
    return London.date(agreement.terms().reviewDate());
  }

  /** When it was proposed. */
  public String getProposed() {
    return London.dateTime(agreement.proposedAt());
  }

  /** What became of it, for the history. */
  public String getStory() {
    String began =
        "Proposed " + getProposed() + " by " + words.agency(agreement.proposedFor()) + by();
    String signed =
        agreement.activeFrom() == null
            ? ""
            : ". In force from " + London.dateTime(agreement.activeFrom());
    String until =
        agreement.activeTo() == null ? "" : " until " + London.dateTime(agreement.activeTo());
    String closed =
        agreement.closedFor() == null ? "" : ". Closed by " + words.agency(agreement.closedFor());
    return began + signed + until + closed + ".";
  }

  private String by() {
    return agreement.proposedBy() == null ? "" : " (" + agreement.proposedBy() + ")";
  }

  /** Why it was refused or ended, or null. */
  public String getReason() {
    return agreement.reason();
  }

  /** Where it opens. */
  public String getHref() {
    return href(agreement);
  }

  static String href(AgreementView agreement) {
    return address("agreement", agreement.code(), agreement.version());
  }

  static String address(String page, String code, int version) {
    return "/agreement/" + page + ".xhtml?code=" + code + "&v=" + version;
  }

  static String tone(AgreementStatus status) {
    return switch (status) {
      case PROPOSED -> "wait";
      case ACTIVE -> "go";
      default -> "plain";
    };
  }
}
