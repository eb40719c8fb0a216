package uk.concordat.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.agreement.AgreementMove;
import uk.concordat.agreement.AgreementService;
import uk.concordat.agreement.AgreementStatus;
import uk.concordat.agreement.AgreementView;
import uk.concordat.web.London;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** One version of one agreement: what flows, why, and how it came about. */
@Named
@RequestScoped
public class AgreementPage {
  @Inject AgreementService agreements;
  @Inject SignedInBean caller;
  private String code;
  private String v;
  private AgreementView agreement;
  private List<AgreementView> versions;

  /** Reads it and its history. */
  public void open() {
    agreement = agreements.read(code, Address.number(v));
    versions = agreements.versions(code);
  }

  /** As this caller may read it. */
  public AgreementView getAgreement() {
    return agreement;
  }

  /** Its codes in words. */
  public Words getWords() {
    return new Words(caller.getOptions());
  }

  /** What flows, in words. */
  public List<AgreementWords.Line> getLines() {
    return new AgreementWords(getWords()).lines(agreement.terms());
  }

  /** Kind of tag of its status. */
  public String getTone() {
    return AgreementRow.tone(agreement.status());
  }

  /** Whether the caller could make the move now. */
  public boolean can(String move) {
    return agreement.moves().contains(AgreementMove.valueOf(move));
  }

  /** Whether the caller could propose the next version now, from what it would replace. */
  public boolean isChangeable() {
    boolean replaceable =
        agreement.status() == AgreementStatus.ACTIVE
            || versions.stream().noneMatch(AgreementView::current)
                && versions.get(0).version() == agreement.version();
    return replaceable
        && caller.isMayAgree()
        && agreement.terms().binds(caller.getOptions().own().code())
        && versions.stream().noneMatch(one -> one.status() == AgreementStatus.PROPOSED);
  }

  /** What is next, in a sentence; null where nothing is. */
  public String getNext() {
    return switch (agreement.status()) {
      case PROPOSED ->
          can("REFUSE")
              ? "It waits for your agency's signature"
              : "It waits for the signature of "
                  + getWords().agency(agreement.terms().beside(agreement.proposedFor()).agency());
      case ACTIVE -> "It is in force. Review it by " + London.date(agreement.terms().reviewDate());
      default -> null;
    };
  }

  /** Whether it can only be refused, because its own review date has passed. */
  public boolean isTooLate() {
    return can("REFUSE") && !can("SIGN");
  }

  /** All versions, newest first. */
  public List<AgreementRow> getHistory() {
    String own = caller.getOptions().own().code();
    return versions.stream().map(one -> new AgreementRow(one, getWords(), own)).toList();
  }

  /** Where a page about this version is. */
  public String to(String page) {
    return AgreementRow.address(page, agreement.code(), agreement.version());
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** The version, as it stands in the address. */
  public String getV() {
    return v;
  }

  public void setV(String v) {
    this.v = v;
  }
}
