package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.access.DataClass;

/** What lacks is said all at once, and whose it is. */
class LacksTest {
  private static final List<FileItem> ITEMS =
      List.of(
          new FileItem("HOSTILITY", "", null, DataClass.D5, true),
          new FileItem("ACCOUNT", "", null, DataClass.D5, true),
          new FileItem("SAFETY", "", null, DataClass.D4, false));

  @Test
  void anEmptyFileLacksEverythingThatIsCore() {
    Prosecution file = FileBook.file(null, SubmissionKind.CHARGING_DECISION, List.of(), List.of());
    assertThat(Lacks.of(file, ITEMS))
        .extracting(Lack::field)
        .containsExactly("urn", "answers.HOSTILITY", "answers.ACCOUNT", "defendants");
  }

  @Test
  void eachDefendantNeedsACharge() {
    Prosecution file =
        FileBook.file(
            "41ZZ0000126",
            SubmissionKind.CHARGING_DECISION,
            both(),
            List.of(FileBook.charge(1, FileBook.FIRST, "ZZ26004", null)),
            there("HOSTILITY"),
            there("ACCOUNT"));
    assertThat(Lacks.of(file, ITEMS)).containsExactly(new Lack("charges", 2));
  }

  @Test
  void whoeverWasDecidedOnNeedsNone() {
    Prosecution file =
        FileBook.file(
            "41ZZ0000126",
            SubmissionKind.CHARGING_DECISION,
            List.of(
                FileBook.defendant(FileBook.FIRST, 1, ReviewState.ADMIN_FINALISED),
                FileBook.defendant(FileBook.SECOND, 2, ReviewState.EARLY_ADVICE)),
            List.of(),
            there("HOSTILITY"),
            there("ACCOUNT"));
    assertThat(Lacks.of(file, ITEMS)).containsExactly(new Lack("charges", 2));
  }

  @Test
  void earlyAdviceIsAskedForWithoutCharges() {
    Prosecution file =
        FileBook.file(
            "41ZZ0000126",
            SubmissionKind.EARLY_ADVICE,
            both(),
            List.of(),
            there("HOSTILITY"),
            there("ACCOUNT"));
    assertThat(Lacks.of(file, ITEMS)).isEmpty();
  }

  @Test
  void whatIsToFollowIsNotThere() {
    Prosecution file =
        FileBook.file(
            "41ZZ0000126",
            SubmissionKind.EARLY_ADVICE,
            both(),
            List.of(),
            there("ACCOUNT"),
            new FileAnswer("HOSTILITY", FileAnswer.Status.TO_FOLLOW, "Footage", FileBook.TODAY));
    assertThat(Lacks.of(file, ITEMS)).containsExactly(new Lack("answers.HOSTILITY", null));
  }

  private static FileAnswer there(String item) {
    return new FileAnswer(item, FileAnswer.Status.THERE, "Page 3", null);
  }

  private static List<Defendant> both() {
    return List.of(
        FileBook.defendant(FileBook.FIRST, 1, ReviewState.PREPARING),
        FileBook.defendant(FileBook.SECOND, 2, ReviewState.PREPARING));
  }
}
