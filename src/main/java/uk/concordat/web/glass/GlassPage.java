package uk.concordat.web.glass;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import uk.concordat.access.Glass;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.BreakGlassService;
import uk.concordat.referral.GuardRefused;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** The caller's own broken glass: what it opened and until when, its end, and all of them. */
@Named
@RequestScoped
public class GlassPage {
  @Inject BreakGlassService breakGlass;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private String id;
  private GlassRow glass;
  private List<GlassRow> all;

  /** The address is known before the view parameters are: a posted page asks early. */
  @PostConstruct
  void address() {
    id = PageAddress.parameter("id");
  }

  /** Reads one. */
  public void open() {
    getGlass();
  }

  /** Opens the page that ends it; there is none where it has ended. */
  public void openToEnd() {
    if (!getGlass().isOpen()) {
      throw new NotFound();
    }
  }

  /** Reads all. */
  public void openAll() {
    all = breakGlass.own().stream().map(this::row).toList();
  }

  /** Ends it. */
  public String end() throws IOException {
    try {
      breakGlass.close(PageAddress.id(id));
      return "/glass/glass.xhtml?faces-redirect=true&id=" + PageAddress.id(id);
    } catch (GuardRefused closed) {
      PageAddress.changedMeanwhile();
      return null;
    }
  }

  /** The one of the address. */
  public GlassRow getGlass() {
    if (glass == null) {
      glass = row(breakGlass.own(PageAddress.id(id)));
    }
    return glass;
  }

  /** All, those that were not reviewed first. */
  public List<GlassRow> getAll() {
    return all;
  }

  private GlassRow row(Glass one) {
    Instant now = clock.instant();
    return new GlassRow(one, new Words(caller.getOptions()), now);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
