package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.function.Supplier;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.ImpossibleMove;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;

/** A page on which somebody makes a move: it keeps which referral, and in which version. */
public abstract class MovePage {
  @Inject ReferralService referrals;
  @Inject ErrorsBean errors;
  private String ref;
  private String version = "";
  private ReferralView seen;

  /** The address is known before the view parameter is: the page is built of what it names. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page on the version that is moved. */
  public void open() {
    ref = seen().reference();
    version = seen().version();
  }

  /** The referral as the caller sees it in this request. */
  ReferralView seen() {
    if (seen == null) {
      seen = referrals.read(ref);
    }
    return seen;
  }

  /**
   * Makes the move and goes back to the referral; or stays, and says what is wrong.
   *
   * @param about what the errors are called by, before their field; empty where they are not
   */
  String move(String about, Supplier<ReferralView> move) throws IOException {
    try {
      move.get();
      return back();
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError(about + error.field(), error.code()))
          .forEach(errors::add);
    } catch (GuardRefused refused) {
      return refused(refused);
    } catch (StaleVersion | ImpossibleMove changed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  /** What follows when a guard forbids it; null to stay. */
  String refused(GuardRefused refused) throws IOException {
    PageAddress.changedMeanwhile();
    return null;
  }

  /** The referral's own page. */
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
