package uk.concordat.web.document;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.AttachmentService;
import uk.concordat.referral.DocumentService;
import uk.concordat.referral.Documents;
import uk.concordat.referral.GuardRefused;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** One document: what it is, its pages to look at, and its withdrawal. */
@Named
@RequestScoped
public class DocumentPage {
  @Inject DocumentService documents;
  @Inject AttachmentService attachments;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String ref;
  private String id;
  private String reason;
  private Documents listed;
  private DocumentRow row;

  /** The address is known before the view parameters are. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
    id = PageAddress.parameter("id");
  }

  /** Opens the page. */
  public void open() {
    getRow();
  }

  /** Opens the page that asks whether to take it away; to whom it is not for, it is not there. */
  public void ask() {
    if (!isRemovable()) {
      throw new NotFound();
    }
  }

  /** The document in words. */
  public DocumentRow getRow() {
    if (row == null) {
      UUID wanted = PageAddress.id(id);
      row =
          listed().seen().stream()
              .filter(document -> document.id().equals(wanted))
              .map(
                  document ->
                      new DocumentRow(
                          document, listed().reference(), new Words(caller.getOptions())))
              .findFirst()
              .orElseThrow(NotFound::new);
    }
    return row;
  }

  /** The numbers of the pages that can be looked at. */
  public List<Integer> getPages() {
    return IntStream.rangeClosed(1, getRow().document().pages()).boxed().toList();
  }

  /** Whether the referral was not sent yet. */
  public boolean isDraft() {
    return listed().draft();
  }

  /** Whether the caller may erase or withdraw it. */
  public boolean isRemovable() {
    return listed().removable().contains(getRow().document().id());
  }

  /** Erases it from the draft. */
  public String erase() {
    attachments.erase(ref, getRow().document().id());
    return "/document/attach.xhtml?faces-redirect=true&ref=" + listed().reference();
  }

  /** Withdraws it, or says what is missing. */
  public String withdraw() {
    try {
      attachments.withdraw(ref, getRow().document().id(), reason);
      return getRow().href() + "&faces-redirect=true";
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("withdrawal." + error.field(), error.code()))
          .forEach(errors::add);
      return null;
    } catch (GuardRefused refused) {
      if (!refused.code().equals("withdrawn-already")) {
        throw refused;
      }
      return getRow().href() + "&faces-redirect=true"; // which says by whom, and why
    }
  }

  private Documents listed() {
    if (listed == null) {
      listed = documents.list(ref);
    }
    return listed;
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
