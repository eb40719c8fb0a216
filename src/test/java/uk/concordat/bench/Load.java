package uk.concordat.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several at once who do the same again and again. */
final class Load {
  private final int workers;
  private final Duration lasts;

  Load(int workers, Duration lasts) {
    this.workers = workers;
    this.lasts = lasts;
  }

  /**
   * How long one takes on average, in microseconds, as whoever waits for it sees it.
   *
   * @param work what the worker of that number does once
   */
  double micros(IntFunction<Callable<?>> work) {
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      long end = System.nanoTime() + lasts.toNanos();
      List<Future<Integer>> done = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        Callable<?> one = work.apply(worker);
        done.add(pool.submit(() -> repeat(one, end)));
      }
      long sum = 0;
      for (Future<Integer> count : done) {
        sum += count.get();
      }
      return lasts.toNanos() / 1_000.0 * workers / sum;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static int repeat(Callable<?> one, long end) throws Exception {
    int count = 0;
    while (System.nanoTime() < end) {
      one.call();
      count++;
    }
    return count;
  }
}
