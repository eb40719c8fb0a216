package uk.concordat.victim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewMoveTest {

  /** Every state with every move that leaves it, written out; whatever is not here is no move. */
  @ParameterizedTest
  @CsvSource({
    "OFFERED,ASK>ASKED DECLINE>DECLINED",
    "DECLINED,''",
    "ASKED,UPHOLD>UPHELD_LOCALLY OVERTURN>OVERTURNED WITHDRAW>WITHDRAWN",
    "UPHELD_LOCALLY,GO_ON>INDEPENDENT WITHDRAW>WITHDRAWN",
    "INDEPENDENT,UPHOLD>UPHELD OVERTURN>OVERTURNED WITHDRAW>WITHDRAWN",
    "UPHELD,''",
    "OVERTURNED,''",
    "WITHDRAWN,''",
  })
  void leadsWhereTheTableSays(ReviewState state, String moves) {
    assertThat(
            Arrays.stream(ReviewMove.values())
                .filter(move -> move.from(state).isPresent())
                .map(move -> move + ">" + move.from(state).orElseThrow())
                .collect(Collectors.joining(" ")))
        .isEqualTo(moves);
  }

  @ParameterizedTest
  @CsvSource({
    "ASK,TIMEKEEPER",
    "DECLINE,TIMEKEEPER",
    "UPHOLD,OTHER_DECIDER",
    "OVERTURN,OTHER_DECIDER",
    "GO_ON,TIMEKEEPER",
    "WITHDRAW,TIMEKEEPER",
  })
  void isDecidedByNobodyWhoDecidedBefore(ReviewMove move, ReviewMove.Mover mover) {
    assertThat(move.mover()).isEqualTo(mover);
  }
}
