package uk.concordat.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchersTest {
  private static final UUID ANNA = UUID.randomUUID();
  private static final UUID BEN = UUID.randomUUID();
  private static final UUID DESK = UUID.randomUUID();
  private static final UUID LAPTOP = UUID.randomUUID();
  private final Watchers watchers = new Watchers();

  @Test
  void everySessionOfSomebodyIsToldUntilItEnds() {
    watchers.watch(DESK, ANNA);
    watchers.watch(LAPTOP, ANNA);
    assertThat(watchers.news(Set.of(ANNA))).containsExactlyInAnyOrder(DESK, LAPTOP);
    watchers.forget(DESK);
    assertThat(watchers.news(Set.of(ANNA))).containsExactly(LAPTOP);
    watchers.forget(LAPTOP);
    assertThat(watchers.subjects()).isEmpty();
  }

  @Test
  void aListMissesWhatCameSinceItWasRead() {
    UUID list = watchers.watch(DESK, ANNA);
    assertThat(missed(list)).isFalse();
    watchers.news(Set.of(ANNA));
    assertThat(missed(list)).isTrue();
    assertThat(missed(watchers.watch(DESK, ANNA))).as("read since").isFalse();
  }

  @Test
  void eachOfSeveralListsOfASessionMissesItsOwn() {
    UUID first = watchers.watch(DESK, ANNA);
    watchers.news(Set.of(ANNA));
    UUID second = watchers.watch(DESK, ANNA);
    assertThat(missed(second)).isFalse();
    assertThat(missed(first)).as("though another was read since").isTrue();
  }

  @Test
  void whatIsNotKnownAnyMoreIsSaidToHaveMissedSomething() {
    UUID oldest = watchers.watch(DESK, ANNA);
    UUID newest = oldest;
    for (int i = 0; i < 50; i++) {
      newest = watchers.watch(DESK, ANNA);
    }
    assertThat(missed(newest)).isFalse();
    assertThat(missed(oldest)).isTrue();
  }

  @Test
  void newsOfOneIsNoneOfAnother() {
    UUID list = watchers.watch(DESK, ANNA);
    watchers.watch(LAPTOP, BEN);
    assertThat(watchers.news(Set.of(BEN))).containsExactly(LAPTOP);
    assertThat(missed(list)).isFalse();
  }

  private boolean missed(UUID list) {
    watchers.opening(DESK, list.toString());
    return watchers.missed(DESK);
  }
}
