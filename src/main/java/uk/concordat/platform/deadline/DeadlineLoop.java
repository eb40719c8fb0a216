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

/** Looks at what is late every ten seconds for as long as the portal runs, on every node. */
@ApplicationScoped
class DeadlineLoop {
  private static final long PAUSE = 10;

  @Resource ManagedScheduledExecutorService executor;
  @Inject DeadlinePass pass;
  private ScheduledFuture<?> looks;

  void start(@Observes @Initialized(ApplicationScoped.class) Object portal) {
    looks = executor.scheduleWithFixedDelay(pass::look, PAUSE, PAUSE, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    looks.cancel(false);
  }
}
