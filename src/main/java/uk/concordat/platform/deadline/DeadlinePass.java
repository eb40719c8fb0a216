package uk.concordat.platform.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import uk.concordat.casework.DueCasework;
import uk.concordat.incident.IncidentDisposal;
import uk.concordat.queue.BulkDisposal;
import uk.concordat.referral.Deadlines;
import uk.concordat.victim.DueObligations;

/** One look at everything that is late; what fails is told, and tried again by the next look. */
@ApplicationScoped
class DeadlinePass {
  private static final Logger LOG = Logger.getLogger(DeadlinePass.class.getName());

  @Inject Deadlines deadlines;
  @Inject IncidentDisposal incidents;
  @Inject DueCasework casework;
  @Inject DueObligations obligations;
  @Inject BulkDisposal bulk;

  @ActivateRequestContext
  void look() {
    attempt("escalated", this, pass -> deadlines.escalate());
    attempt("told", this, pass -> casework.tell());
    attempt("reckoned", this, pass -> obligations.reckon());
    attempt("told", this, pass -> obligations.tell());
    attempt(
        "found",
        this,
        pass ->
            deadlines
                .lateQuestions()
                .forEach(each -> attempt("timed out", each, deadlines::timeOut)));
    attempt(
        "found",
        this,
        pass -> deadlines.staleDrafts().forEach(each -> attempt("erased", each, deadlines::erase)));
    attempt(
        "found",
        this,
        pass -> incidents.stale().forEach(each -> attempt("erased", each, incidents::erase)));
    attempt("erased", this, pass -> bulk.erase());
  }

  /** One that fails keeps no other from its turn. */
  private static <T> void attempt(String what, T each, Consumer<T> step) {
    try {
      step.accept(each);
    } catch (RuntimeException failed) {
      LOG.log(
          Level.WARNING,
          "Something late was not {0}, which is tried again: {1}",
          new Object[] {what, failed.getClass()});
    }
  }
}
