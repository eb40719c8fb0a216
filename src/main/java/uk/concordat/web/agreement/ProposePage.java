package uk.concordat.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.agreement.AgreementService;
import uk.concordat.agreement.AgreementStatus;
import uk.concordat.agreement.AgreementView;
import uk.concordat.agreement.OpenProposal;
import uk.concordat.agreement.Proposal;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** Proposes a new agreement with an agency, or a change of one that there is. */
@Named
@RequestScoped
public class ProposePage {
  @Inject AgreementService agreements;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String code;
  private String with;
  private ProposalForm form = new ProposalForm();

  /** What is asked depends on the address, also on a posted page, before it has been read. */
  @PostConstruct
  void address() {
    code = blank(PageAddress.parameter("code"));
    with = code == null ? PageAddress.parameter("with") : null;
    if (code != null) {
      AgreementView latest = latest();
      String own = own();
      if (!latest.terms().binds(own)) {
        throw new NotFound();
      }
      with = latest.terms().beside(own).agency();
      form = ProposalForm.of(latest.terms(), own);
    }
  }

  /** What is in force, or else the newest version. */
  private AgreementView latest() {
    List<AgreementView> versions = agreements.versions(code);
    return versions.stream()
        .filter(one -> one.status() == AgreementStatus.ACTIVE)
        .findFirst()
        .or(() -> versions.stream().findFirst())
        .orElseThrow(NotFound::new);
  }

  /** There is nothing to propose to an agency that takes no part. */
  public void open() {
    if (agreements.partners().stream().noneMatch(agency -> agency.code().equals(with))) {
      throw new NotFound();
    }
  }

  /** Proposes it, or says what is missing. */
  public String propose() {
    LocalDate reviewDate = null;
    try {
      reviewDate = form.getReview().date();
    } catch (DateTimeException unreadable) {
      errors.add(new FieldError("reviewDate", "invalid-date"));
    }
    try {
      AgreementView made =
          agreements.propose(new Proposal(code, form.terms(own(), with, reviewDate)));
      return "/agreement/agreement.xhtml?faces-redirect=true&code="
          + made.code()
          + "&v="
          + made.version();
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(errors::add);
    } catch (OpenProposal open) {
      errors.add(new FieldError("code", "open-proposal"));
    }
    return null;
  }

  /** What was typed. */
  public ProposalForm getForm() {
    return form;
  }

  /** The purposes that can be agreed on. */
  public List<CodeValue> getOffered() {
    return agreements.purposes(with);
  }

  /** The classes that can flow. */
  public List<DataClass> getClasses() {
    return DataClass.ofRecord();
  }

  /** The other agency, in words. */
  public String getOtherName() {
    return new Words(caller.getOptions()).agency(with);
  }

  private String own() {
    return caller.getOptions().own().code();
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = blank(code);
  }

  public String getWith() {
    return with;
  }

  public void setWith(String with) {
    this.with = with;
  }
}
