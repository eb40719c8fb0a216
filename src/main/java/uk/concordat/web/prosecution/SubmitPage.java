package uk.concordat.web.prosecution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.kernel.FieldError;
import uk.concordat.prosecution.OffenceService;
import uk.concordat.prosecution.ReviewService;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralState;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.TypedAnswers;

/**
 * Shows the file as prosecutors will have it, and submits it; what lacks is said once, all of it.
 */
@Named
@RequestScoped
public class SubmitPage extends FileForm {
  @Inject ReviewService reviews;
  @Inject OffenceService book;
  @Inject ReferralService referrals;
  private FileTasks tasks;
  private Boolean draft;

  /** Opens the page. */
  public void open() {
    openedToWrite();
  }

  /** Submits it, for the first time or again. */
  public String submit() throws IOException {
    return keep(new TypedAnswers(), "", () -> reviews.submit(getRef(), getVersion()));
  }

  @Override
  void wrong(String about, FieldError error) {
    String said =
        FileTasks.ASKED.equals(error.field())
            ? getTasks().notAnswered()
            : getView().lacks().stream()
                .filter(lack -> FileTasks.field(lack).equals(error.field()))
                .findFirst()
                .map(getTasks()::said)
                .orElseGet(() -> ErrorsBean.words(error));
    errors.say(error.field(), said);
  }

  @Override
  String next() {
    return "/prosecution/file.xhtml?faces-redirect=true&ref=" + getRef();
  }

  /** What is there, and what lacks. */
  public FileTasks getTasks() {
    if (tasks == null) {
      tasks = new FileTasks(getView(), book.offences());
    }
    return tasks;
  }

  /** The file, part by part. */
  public FileRead getRead() {
    return new FileRead(getView(), getTasks().offences());
  }

  /** Whether the referral that brings it has to be sent first. */
  public boolean isDraft() {
    if (draft == null) {
      draft = referrals.read(getRef()).state() == ReferralState.DRAFT;
    }
    return draft;
  }
}
