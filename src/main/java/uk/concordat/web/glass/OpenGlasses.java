package uk.concordat.web.glass;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import uk.concordat.referral.BreakGlassService;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** What the caller looks at in an emergency now, for the reminder on every page. */
@Named
@RequestScoped
public class OpenGlasses {
  @Inject BreakGlassService breakGlass;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private List<GlassRow> list;

  /** Those open now; empty for whoever may not break the glass. */
  public List<GlassRow> getList() {
    if (list == null) {
      list = caller.isMayBreakGlass() ? read() : List.of();
    }
    return list;
  }

  private List<GlassRow> read() {
    Instant now = clock.instant();
    var words = new Words(caller.getOptions());
    return breakGlass.openNow().stream().map(glass -> new GlassRow(glass, words, now)).toList();
  }

  /** The one that opens this record; null where none does. */
  public GlassRow on(String reference) {
    return getList().stream()
        .filter(glass -> glass.getReference().equals(reference))
        .findFirst()
        .orElse(null);
  }
}
