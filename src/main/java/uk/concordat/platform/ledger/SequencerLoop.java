package uk.concordat.platform.ledger;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import uk.concordat.audit.LedgerKeys;
import uk.concordat.audit.SecurityAlarm;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.SecurityLog;
import uk.concordat.audit.Sequencer;

/**
 * Runs the sequencer twice a second for as long as the portal runs, so that a checkpoint covers an
 * entry at most two seconds after its commit. A pass that fails is told and tried again.
 */
@ApplicationScoped
class SequencerLoop {
  private static final Logger LOG = Logger.getLogger(SequencerLoop.class.getName());
  private static final long PAUSE = 500;

  @Resource ManagedScheduledExecutorService executor;
  @Inject Sequencer sequencer;
  @Inject LedgerKeys keys;
  @Inject SecurityLog security;
  @Inject SecurityAlarm alarm;
  private ScheduledFuture<?> passes;
  private ScheduledFuture<?> months;

  void start(@Observes @Initialized(ApplicationScoped.class) Object portal) {
    security.started(keys.signer().verifier().toString());
    sequencer.prepareMonths();
    months = executor.scheduleWithFixedDelay(sequencer::prepareMonths, 1, 1, TimeUnit.DAYS);
    passes = executor.scheduleWithFixedDelay(this::pass, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
  }

  /** An exception would end the schedule. */
  private void pass() {
    try {
      int taken;
      do {
        taken = sequencer.sequence();
      } while (taken == Sequencer.MOST);
    } catch (RuntimeException failed) {
      LOG.log(
          Level.WARNING,
          "The ledger was not sequenced, which is tried again: {0}",
          failed.getClass());
      alarm.ring(SecurityEvent.SEQUENCER_STOPPED, failed.getClass().getSimpleName());
    }
  }

  @PreDestroy
  void stop() {
    passes.cancel(false);
    months.cancel(false);
  }
}
