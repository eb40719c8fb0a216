package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Compares how long a door takes to answer for one reference and for another.
 *
 * @param door its name, for the record of the run
 * @param times how often it is asked for each
 * @param between brings back how things stood, after each round; its time is not measured
 */
record StopWatch(String door, int times, Runnable between) {
  private static final int WARM_UP = 20;
  private static final int TRIES = 5;
  private static final double MOST = 1.20;

  /**
   * Holds the medians to differ by less than a fifth.
   *
   * @param references by what they stand for
   * @param knock asks the door once, and holds the answer to what is expected
   */
  void assertTheSame(Map<String, String> references, BiConsumer<String, String> knock) {
    measured(references, knock, WARM_UP);
    double ratio = Double.MAX_VALUE;
    for (int i = 0; i < TRIES && ratio >= MOST; i++) { // a busy machine disturbs, a leak stays
      Map<String, Long> medians = measured(references, knock, times);
      ratio = (double) Collections.max(medians.values()) / Collections.min(medians.values());
      System.out.printf("Medians of %d, %s, in microseconds: %s%n", times, door, medians);
    }
    assertThat(ratio).isLessThan(MOST);
  }

  /** In turn, each as often the first of a round, so that whatever disturbs disturbs all alike. */
  private Map<String, Long> measured(
      Map<String, String> references, BiConsumer<String, String> knock, int rounds) {
    Map<String, List<Long>> durations = new LinkedHashMap<>();
    List<String> order = new ArrayList<>(references.keySet());
    for (int i = 0; i < rounds; i++) {
      for (String what : order) {
        long start = System.nanoTime();
        knock.accept(what, references.get(what));
        long took = (System.nanoTime() - start) / 1000;
        durations.computeIfAbsent(what, first -> new ArrayList<>()).add(took);
      }
      Collections.rotate(order, 1);
      between.run();
    }
    Map<String, Long> medians = new LinkedHashMap<>();
    durations.forEach((what, took) -> medians.put(what, median(took)));
    return medians;
  }

  private static long median(List<Long> durations) {
    return durations.stream().sorted().skip(durations.size() / 2).findFirst().orElseThrow();
  }
}
