package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.stream.Collectors;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.prosecution.FileService;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.ImpossibleReview;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.NotCovered;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/**
 * A form on the file for prosecutors: it keeps of which referral, and the version that was seen.
 */
public abstract class FileForm {
  @Inject FileService files;
  @Inject ErrorsBean errors;
  private String ref;
  private String version = "";
  private FileView view;

  /** The address is known before the view parameter is: the page is built of what it names. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** The file as the caller sees it in this request. */
  public FileView getView() {
    if (view == null) {
      view = files.of(ref);
    }
    return view;
  }

  /**
   * Opens the form on what was seen.
   *
   * @throws NotFound where the caller could not keep it: nothing is typed in vain
   */
  void opened(boolean may) {
    if (!may) {
      throw new NotFound();
    }
    ref = getView().reference();
    version = getView().version();
  }

  /** Opens a form of a file that was started, for whoever writes it now. */
  void openedToWrite() {
    opened(getView().prepares() && getView().file() != null);
  }

  /**
   * Keeps what was typed and goes on; or stays, and says what is wrong.
   *
   * @param answers what could not be read
   * @param about what the errors are called by, before their field
   */
  String keep(TypedAnswers answers, String about, Runnable keep) throws IOException {
    answers.wrong().forEach(error -> wrong(about, error));
    try {
      if (!errors.isAny()) {
        keep.run();
        return next();
      }
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(error -> wrong(about, error));
    } catch (StaleVersion faster) {
      errors.add(new FieldError("", "changed-since"));
      view = null;
      version = getView().version();
    } catch (NotCovered uncovered) {
      errors.say("", words(uncovered));
    } catch (GuardRefused | ImpossibleReview changed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  private static String words(NotCovered uncovered) {
    return uncovered.missing().stream()
        .map(piece -> new FieldError("agreement." + piece.field(), piece.code()))
        .map(ErrorsBean::words)
        .collect(Collectors.joining(". "));
  }

  /** Says what is wrong with a field. */
  void wrong(String about, FieldError error) {
    errors.add(new FieldError(about + error.field(), error.code()));
  }

  /** Where it leads when it is done: to what is still to be done. */
  String next() {
    return "/prosecution/prepare.xhtml?faces-redirect=true&ref=" + ref;
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
