package uk.concordat.platform.mail;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.concordat.mail.MailDelivery;

/**
 * Looks every five seconds for mail that is due, on every node, unless {@code concordat.mail.pause}
 * names another number of seconds. What fails is told without the words of the failure, which may
 * hold an address, and tried again.
 */
@ApplicationScoped
class MailLoop {
  private static final Logger LOG = Logger.getLogger(MailLoop.class.getName());

  @Resource ManagedScheduledExecutorService executor;
  @Inject MailDelivery delivery;

  @Inject
  @ConfigProperty(name = "concordat.mail.pause", defaultValue = "5")
  long pause;

  private ScheduledFuture<?> passes;
  private ScheduledFuture<?> tidying;
  private boolean failing;
  private volatile boolean stopping;

  /**
   * Payara takes the database away before it tells us that we end: a mail begun in between could
   * not be kept as sent, and its reader would be reminded of it.
   */
  private final Thread ending = new Thread(() -> stopping = true, "no-more-mail");

  void start(@Observes @Initialized(ApplicationScoped.class) Object portal) {
    Runtime.getRuntime().addShutdownHook(ending);
    passes = executor.scheduleWithFixedDelay(this::pass, pause, pause, TimeUnit.SECONDS);
    tidying = executor.scheduleWithFixedDelay(this::tidy, 0, 1, TimeUnit.HOURS);
  }

  /** An exception would end the schedule; an outage is told once, not at every pass. */
  private void pass() {
    try {
      int refused = delivery.deliver(() -> stopping);
      failing = false;
      if (refused > 0) {
        LOG.log(Level.WARNING, "Mails that the server refused, which is tried again: {0}", refused);
      }
    } catch (MessagingException | RuntimeException failed) {
      if (!failing) {
        LOG.log(Level.WARNING, "Mail is not sent, which is tried again: {0}", failed.getClass());
      }
      failing = true;
    }
  }

  private void tidy() {
    try {
      long people = delivery.tidy();
      if (people > 0) {
        LOG.log(Level.WARNING, "People who could not be told by email for a week: {0}", people);
      }
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "The outbox was not tidied: {0}", failed.getClass());
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    passes.cancel(false);
    tidying.cancel(false);
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException endsItself) {
      LOG.log(Level.FINE, "The machine itself ends");
    }
  }
}
