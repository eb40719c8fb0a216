package uk.concordat.web.court;

import uk.concordat.court.AppliedFor;
import uk.concordat.court.Basis;
import uk.concordat.court.CourtOrder;
import uk.concordat.court.Finalisation;
import uk.concordat.court.Plea;
import uk.concordat.court.ReasonGroup;
import uk.concordat.court.Sentence;
import uk.concordat.court.Verdict;

/** What can be chosen of a result. */
public record CourtChoices() {
  /** How the case can have ended. */
  public Finalisation[] finalisations() {
    return Finalisation.values();
  }

  /** Why there can have been no conviction. */
  public ReasonGroup[] reasons() {
    return ReasonGroup.values();
  }

  /** How they can have pleaded. */
  public Plea[] pleas() {
    return Plea.values();
  }

  /** What can have been found. */
  public Verdict[] verdicts() {
    return Verdict.values();
  }

  /** How the facts can have been settled. */
  public Basis.Kind[] bases() {
    return Basis.Kind.values();
  }

  /** Which sentences there are. */
  public Sentence.Kind[] sentences() {
    return Sentence.Kind.values();
  }

  /** What a court can order besides. */
  public CourtOrder[] orders() {
    return CourtOrder.values();
  }

  /** Whether an uplift was asked for. */
  public AppliedFor[] applied() {
    return AppliedFor.values();
  }
}
