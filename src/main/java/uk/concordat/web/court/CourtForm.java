package uk.concordat.web.court;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.io.IOException;
import uk.concordat.court.CourtView;
import uk.concordat.court.HearingService;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.prosecution.ImpossibleReview;
import uk.concordat.prosecution.OffenceService;
import uk.concordat.prosecution.Offences;
import uk.concordat.referral.GuardRefused;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;
import uk.concordat.web.prosecution.FileWords;

/** A form on what the court makes of a file, as {@code FileForm} is one on the file itself. */
public abstract class CourtForm {
  static final String ABOUT = "court.";

  @Inject HearingService hearings;
  @Inject OffenceService book;
  @Inject ErrorsBean errors;
  private String ref;
  private String version = "";
  private CourtView view;
  private Offences offences;

  /** The address is known before the view parameter is: the page is built of what it names. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** What the caller sees of it in this request. */
  public CourtView getView() {
    if (view == null) {
      view = hearings.of(ref);
    }
    return view;
  }

  /**
   * Opens the form on what was seen.
   *
   * @throws NotFound where the caller could not keep it: nothing is typed in vain
   */
  void opened(boolean may) {
    if (!getView().records() || !may) {
      throw new NotFound();
    }
    ref = getView().file().reference();
    version = getView().version();
  }

  /**
   * Keeps what was typed and goes on to the file; or stays, and says what is wrong.
   *
   * @param answers what could not be read
   */
  String keep(TypedAnswers answers, Runnable keep) throws IOException {
    answers.wrong().forEach(this::wrong);
    try {
      if (!errors.isAny()) {
        keep.run();
        return "/prosecution/file.xhtml?faces-redirect=true&ref=" + ref;
      }
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(this::wrong);
    } catch (StaleVersion faster) {
      errors.add(new FieldError("", "changed-since"));
      view = null;
      version = getView().version();
    } catch (GuardRefused | ImpossibleReview changed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  /** Says what is wrong with a field. */
  void wrong(FieldError error) {
    errors.add(new FieldError(ABOUT + error.field(), error.code()));
  }

  /** What is in the file, in words. */
  public FileWords getWords() {
    if (offences == null) {
      offences = book.offences();
    }
    return new FileWords(getView().file().file(), offences);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }
}
