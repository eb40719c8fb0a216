package uk.concordat.web.glass;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Shown;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.BreakGlassService;
import uk.concordat.referral.GuardRefused;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** Governance looks at a broken glass: reason, classes, duration and what was shown. */
@Named
@RequestScoped
public class GlassReviewPage {
  @Inject BreakGlassService breakGlass;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String id;
  private String verdict;
  private String text;
  private GlassRow glass;
  private List<Line> shown;

  /**
   * One thing that was shown; never the content.
   *
   * @param at when
   * @param what what was done
   * @param parts of which classes
   */
  public record Line(String at, String what, String parts) {}

  /** The address is known before the view parameters are: a posted page asks early. */
  @PostConstruct
  void address() {
    id = PageAddress.parameter("id");
  }

  /** Reads it. */
  public void open() {
    getGlass();
  }

  /** Keeps the verdict. */
  public String review() throws IOException {
    try {
      breakGlass.review(PageAddress.id(id), verdict, text);
      return "/glass/reviews.xhtml?faces-redirect=true";
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("review." + error.field(), error.code()))
          .forEach(errors::add);
    } catch (GuardRefused reviewed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  /** The one of the address. */
  public GlassRow getGlass() {
    if (glass == null) {
      glass =
          new GlassRow(
              breakGlass.toReview(PageAddress.id(id)),
              new Words(caller.getOptions()),
              clock.instant());
    }
    return glass;
  }

  /** What was shown meanwhile, oldest first. */
  public List<Line> getShown() {
    if (shown == null) {
      shown = breakGlass.shown(PageAddress.id(id)).stream().map(GlassReviewPage::line).toList();
    }
    return shown;
  }

  private static Line line(Shown one) {
    return new Line(
        London.dateTime(one.at()),
        Action.find(one.action()).map(Action::label).orElse(one.action()),
        DataClass.ofRecord().stream()
            .filter(dataClass -> one.dataClasses().contains(dataClass.name()))
            .map(DataClass::label)
            .collect(Collectors.joining(", ")));
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getVerdict() {
    return verdict;
  }

  public void setVerdict(String verdict) {
    this.verdict = verdict;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
