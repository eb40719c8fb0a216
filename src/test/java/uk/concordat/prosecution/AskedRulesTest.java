package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.access.DataClass;

/** What is asked of the police is said clearly, and an action plan has days. */
class AskedRulesTest {
  private static final List<FileItem> CHECKLIST =
      List.of(new FileItem("HOSTILITY", "", null, DataClass.D5, true));

  @ParameterizedTest
  @CsvSource({
    "ACTION_PLAN,HOSTILITY,Ask the shop,2026-11-29,''",
    "ACTION_PLAN,,Ask the shop,2026-11-29,''",
    "ACTION_PLAN,,Ask the shop,,asked.0.dueOn required",
    "ACTION_PLAN,,Ask the shop,2026-11-28,asked.0.dueOn not-in-the-future",
    "ACTION_PLAN,,' ',2026-11-29,asked.0.words required",
    "ACTION_PLAN,ODD,Ask the shop,2026-11-29,asked.0.item unknown",
    "SEND_BACK,HOSTILITY,Who heard it?,,''",
    "EARLY_ADVICE,,Find the footage,,''",
    "PENDING_RESPONSE_FURTHER_INVESTIGATION,,Find the footage,,''",
    "TAKE_IN,,Find the footage,,asked not-of-this-move"
  })
  void isChecked(ReviewMove move, String item, String words, LocalDate due, String wrong) {
    assertThat(wrong(move, List.of(new Asked(item, words, due)))).isEqualTo(wrong);
  }

  @Test
  void nothingGoesBackWithoutAWord() {
    for (ReviewMove move : ReviewMove.values()) {
      boolean asks = move.target(ReviewState.UNDER_REVIEW).withPolice();
      assertThat(wrong(move, List.of())).as(move.name()).isEqualTo(asks ? "asked required" : "");
    }
  }

  private static String wrong(ReviewMove move, List<Asked> asked) {
    return AskedRules.findings(move, asked, CHECKLIST, FileBook.TODAY).all().stream()
        .map(error -> error.field() + " " + error.code())
        .collect(Collectors.joining("/"));
  }
}
