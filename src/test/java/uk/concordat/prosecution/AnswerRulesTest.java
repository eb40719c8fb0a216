package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.access.DataClass;

/** What is core is there now; the rest may follow by a day, or not be there, with a reason. */
class AnswerRulesTest {

  @ParameterizedTest
  @CsvSource({
    "true,THERE,Page 3,,''",
    "true,TO_FOLLOW,Footage,2026-11-29,status needed-now",
    "true,NOT_THERE,Nobody heard it,,status needed-now",
    "false,TO_FOLLOW,Footage,2026-11-29,''",
    "false,TO_FOLLOW,Footage,2026-11-28,dueOn not-in-the-future",
    "false,TO_FOLLOW,Footage,,dueOn required",
    "false,NOT_THERE,She declined,,''",
    "false,NOT_THERE,,,words required",
    "false,THERE,Page 3,2026-11-29,dueOn not-to-follow",
    "false,,Page 3,,status required"
  })
  void isChecked(
      boolean core, FileAnswer.Status status, String words, LocalDate due, String wrong) {
    var item = new FileItem("HOSTILITY", "", null, DataClass.D5, core);
    assertThat(
            AnswerRules.findings(
                    new FileAnswer("HOSTILITY", status, words, due), item, FileBook.TODAY)
                .all()
                .stream()
                .map(error -> error.field() + " " + error.code())
                .collect(Collectors.joining("/")))
        .isEqualTo(wrong);
  }
}
