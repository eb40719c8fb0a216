package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Two at a time take files apart or draw them: each may need a good deal of memory. */
@ApplicationScoped
class Workbench {
  private static final int PLACES = 2;

  private final Semaphore places = new Semaphore(PLACES, true);

  <T> T work(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
