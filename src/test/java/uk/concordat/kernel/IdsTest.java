package uk.concordat.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

  /** As PostgreSQL compares them: byte by byte, which is how their texts compare. */
  @Test
  void sortByAgeWithinAMillisecondToo() {
    List<String> ids = Stream.generate(Ids::next).limit(10_000).map(Object::toString).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.charAt(14) == '7');
  }
}
