package uk.concordat.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import uk.concordat.incident.Ground;
import uk.concordat.incident.IncidentSeries;
import uk.concordat.incident.IncidentSeriesService;
import uk.concordat.incident.LinkDecision;
import uk.concordat.incident.LinkProposal;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.TypedAnswers;
import uk.concordat.web.referral.Words;

/** What belongs together with the incident in the address, and the decision on one proposal. */
@Named
@RequestScoped
public class SeriesPage {
  @Inject IncidentSeriesService series;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String ref;
  private String other;
  private String ground;
  private String confirmed;
  private String reason;
  private String version = "";
  private IncidentSeries found;

  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page of a decision. */
  public void open() {
    found = series.of(ref);
    version = found.version();
  }

  /** Reads it once; nothing for those who link no incidents. */
  public IncidentSeries getFound() {
    if (found == null) {
      found =
          caller.isMayLinkIncidents()
              ? series.of(ref)
              : new IncidentSeries(List.of(), List.of(), List.of());
    }
    return found;
  }

  /** Decides. */
  public String decide() throws IOException {
    var answers = new TypedAnswers();
    Boolean together = answers.yesOrNo(confirmed, "confirmed", null);
    Ground common = answers.constant(Ground.class, ground == null ? "" : ground, "ground", null);
    answers.wrong().forEach(errors::add);
    try {
      if (!errors.isAny()) {
        series.decide(ref, version, other, common, together, TypedAnswers.blank(reason));
        return "/incident/incident.xhtml?faces-redirect=true&ref=" + ref;
      }
    } catch (InvalidInput wrong) {
      wrong.errors().forEach(errors::add);
    } catch (StaleVersion conflict) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  /** A proposal in a line. */
  public String line(LinkProposal proposal) {
    return proposal.ground().label()
        + ": "
        + new Words(caller.getOptions()).label("category", proposal.category())
        + ", logged "
        + London.dateTime(proposal.loggedAt());
  }

  /** A decision in a line. */
  public String verdict(LinkDecision decision) {
    return (decision.confirmed() ? "Belongs together with " : "Does not belong together with ")
        + decision.other();
  }

  /** When, who and on what ground. */
  public String meta(LinkDecision decision) {
    return London.dateTime(decision.at())
        + ". "
        + caller.getOptions().roleNames().getOrDefault(decision.role(), decision.role())
        + ". "
        + decision.ground().label()
        + (decision.standing() ? "" : ". A later decision stands");
  }

  /** What the two have in common, in words. */
  public String getGroundLabel() {
    for (Ground each : Ground.values()) {
      if (each.name().equals(ground)) {
        return each.label();
      }
    }
    return "";
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getOther() {
    return other;
  }

  public void setOther(String other) {
    this.other = other;
  }

  public String getGround() {
    return ground;
  }

  public void setGround(String ground) {
    this.ground = ground;
  }

  public String getConfirmed() {
    return confirmed;
  }

  public void setConfirmed(String confirmed) {
    this.confirmed = confirmed;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
