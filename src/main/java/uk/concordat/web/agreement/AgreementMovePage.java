package uk.concordat.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import uk.concordat.agreement.AgreementMoves;
import uk.concordat.agreement.AgreementPreview;
import uk.concordat.agreement.AgreementService;
import uk.concordat.agreement.AgreementView;
import uk.concordat.agreement.ImpossibleAgreementMove;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** What a party does with an agreement, each on a page of its own that says what it changes. */
@Named
@RequestScoped
public class AgreementMovePage {
  @Inject AgreementService agreements;
  @Inject AgreementMoves moves;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String code;
  private String v;
  private long version;
  private String signature;
  private String reason;
  private AgreementView agreement;
  private AgreementPreview preview;

  /** The address is known before the view parameters are: a posted page asks early. */
  @PostConstruct
  void address() {
    code = PageAddress.parameter("code");
    v = PageAddress.parameter("v");
  }

  /** Opens the page on the version that is moved. */
  public void open() {
    version = getAgreement().rowVersion();
  }

  /** Signs, once the caller has said so. */
  public String sign() throws IOException {
    if (!"true".equals(signature)) {
      errors.add(new FieldError("signature", "required"));
      return null;
    }
    return move(() -> moves.sign(code, number(), version));
  }

  /** Turns it down. */
  public String refuse() throws IOException {
    return move(() -> moves.refuse(code, number(), version, reason));
  }

  /** Takes it back. */
  public String withdraw() throws IOException {
    return move(() -> moves.withdraw(code, number(), version));
  }

  /** Ends it. */
  public String end() throws IOException {
    return move(() -> moves.end(code, number(), version, reason));
  }

  private String move(Supplier<AgreementView> decision) throws IOException {
    try {
      AgreementView moved = decision.get();
      return "/agreement/agreement.xhtml?faces-redirect=true&code="
          + moved.code()
          + "&v="
          + moved.version();
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("agreement." + error.field(), error.code()))
          .forEach(errors::add);
    } catch (StaleVersion | ImpossibleAgreementMove changed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  private int number() {
    return Address.number(v);
  }

  /** The agreement that is moved. */
  public AgreementView getAgreement() {
    if (agreement == null) {
      agreement = agreements.read(code, number());
    }
    return agreement;
  }

  /** What would newly flow. */
  public List<AgreementWords.Change> getStarts() {
    return new AgreementWords(new Words(caller.getOptions())).changes(getPreview().starts());
  }

  /** What would flow no more. */
  public List<AgreementWords.Change> getStops() {
    return new AgreementWords(new Words(caller.getOptions())).changes(getPreview().stops());
  }

  private AgreementPreview getPreview() {
    if (preview == null) {
      preview = agreements.preview(code, number());
    }
    return preview;
  }

  /** The other agency, in words. */
  public String getWith() {
    String own = caller.getOptions().own().code();
    return new Words(caller.getOptions()).agency(getAgreement().terms().beside(own).agency());
  }

  /** Where the agreement itself is. */
  public String getBack() {
    return AgreementRow.address("agreement", code, number());
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** The version of the agreement, as it stands in the address. */
  public String getV() {
    return v;
  }

  public void setV(String v) {
    this.v = v;
  }

  /** The state that the page was opened on. */
  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public String getSignature() {
    return signature;
  }

  public void setSignature(String signature) {
    this.signature = signature;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
