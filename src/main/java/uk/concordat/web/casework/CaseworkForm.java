package uk.concordat.web.casework;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.io.IOException;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.ImpossibleMove;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** A form of police casework on a referral: it keeps which one, and the version that was seen. */
public abstract class CaseworkForm {
  @Inject ErrorsBean errors;
  private String ref;
  private String version = "";

  /** The address is known before the view parameter is: the page is built of what it names. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /**
   * Opens the form on what was seen.
   *
   * @throws NotFound where the caller could not keep it: nothing is typed in vain
   */
  void opened(String reference, String version, boolean may) {
    if (!may) {
      throw new NotFound();
    }
    ref = reference;
    this.version = version;
  }

  /** The version as it is now, for whoever was not the first. */
  abstract String latest();

  /**
   * Keeps what was typed and goes back to the referral; or stays, and says what is wrong.
   *
   * @param answers what could not be read
   * @param about what the errors are called by, before their field
   */
  String keep(TypedAnswers answers, String about, Runnable keep) throws IOException {
    answers.wrong().forEach(error -> add(about, error));
    try {
      if (!errors.isAny()) {
        keep.run();
        return back();
      }
    } catch (InvalidInput wrong) {
      wrong.errors().forEach(error -> add(about, error));
    } catch (StaleVersion faster) {
      errors.add(new FieldError("", "changed-since"));
      version = latest();
    } catch (GuardRefused | ImpossibleMove changed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  private void add(String about, FieldError error) {
    errors.add(new FieldError(about + error.field(), error.code()));
  }

  /** Where it leads when it is done. */
  String back() {
    return "/referral/referral.xhtml?faces-redirect=true&ref=" + ref;
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
