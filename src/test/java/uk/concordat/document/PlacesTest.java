package uk.concordat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.concordat.stack.Waiting;

/** Of a few things at once: who finds no place waits a little, and not too many do. */
@Timeout(60)
class PlacesTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private final Places places = new Places(1, 1);
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void notTooManyWait() {
    var working = new CountDownLatch(1);
    CompletableFuture<Integer> first =
        CompletableFuture.supplyAsync(() -> places.in(LONG, () -> held(working)), this::thread);
    assertThat(Waiting.until(LONG, () -> working.getCount() == 0)).isTrue();
    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(() -> places.in(LONG, () -> 2), this::thread);
    assertThat(Waiting.until(LONG, this::isFull)).as("one waits, and the next may not").isTrue();
    end.countDown();
    assertThat(first.join() + second.join()).isEqualTo(3);
    assertThat(places.<Integer>in(LONG, () -> 3)).isEqualTo(3);
  }

  @Test
  void aPlaceIsFreeAgainWhateverBecameOfTheWork() {
    assertThatThrownBy(
            () ->
                places.in(
                    LONG,
                    () -> {
                      throw new IllegalArgumentException();
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(places.<Integer>in(Duration.ZERO, () -> 1)).isOne();
  }

  /** Asks with hardly any patience; whoever waits in front stays there. */
  private boolean isFull() {
    long begun = System.nanoTime();
    try {
      places.in(Duration.ofSeconds(1), () -> 0);
      return false;
    } catch (Busy busy) {
      return Duration.ofNanos(System.nanoTime() - begun).compareTo(Duration.ofMillis(500)) < 0;
    }
  }

  private int held(CountDownLatch working) {
    working.countDown();
    try {
      end.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return 1;
  }

  private void thread(Runnable work) {
    var thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }
}
