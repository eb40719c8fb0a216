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
    assertThat(watchers.anyNews(DESK)).isFalse();
    watchers.forget(LAPTOP);
    assertThat(watchers.subjects()).isEmpty();
  }

  @Test
  void newsIsOldOnceAListIsRead() {
    watchers.watch(DESK, ANNA);
    assertThat(watchers.anyNews(DESK)).isFalse();
    watchers.news(Set.of(ANNA));
    assertThat(watchers.anyNews(DESK)).isTrue();
    watchers.watch(DESK, ANNA);
    assertThat(watchers.anyNews(DESK)).isFalse();
  }

  @Test
  void newsOfOneIsNoneOfAnother() {
    watchers.watch(DESK, ANNA);
    watchers.watch(LAPTOP, BEN);
    assertThat(watchers.news(Set.of(BEN))).containsExactly(LAPTOP);
    assertThat(watchers.anyNews(DESK)).isFalse();
  }
}
