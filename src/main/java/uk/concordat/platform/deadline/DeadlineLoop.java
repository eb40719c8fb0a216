package uk.concordat.platform.deadline;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at what is late every ten seconds for as long as the portal runs, on every node, unless
 * {@code concordat.deadline.pause} names another number of seconds.
 */
@ApplicationScoped
class DeadlineLoop {
  @Resource ManagedScheduledExecutorService executor;
  @Inject DeadlinePass pass;

  @Inject
  @ConfigProperty(name = "concordat.deadline.pause", defaultValue = "10")
  long pause;

  private ScheduledFuture<?> looks;

  void start(@Observes @Initialized(ApplicationScoped.class) Object portal) {
    looks = executor.scheduleWithFixedDelay(pass::look, pause, pause, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    looks.cancel(false);
  }
}
