package uk.concordat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
  void notTooManyWait() throws InterruptedException {
    Thread first = started(() -> places.in(LONG, this::held));
    assertThat(Waiting.until(LONG, () -> first.getState() == Thread.State.WAITING)).isTrue();
    Thread second = started(() -> places.in(LONG, () -> 2));
    assertThat(Waiting.until(LONG, () -> second.getState() == Thread.State.TIMED_WAITING)).isTrue();
    assertThatThrownBy(() -> places.in(LONG, () -> 3)).isInstanceOf(Busy.class);
    end.countDown();
    second.join();
    assertThat(places.<Integer>in(LONG, () -> 4)).isEqualTo(4);
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

  private int held() {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return 1;
  }

  private static Thread started(Runnable work) {
    var thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
