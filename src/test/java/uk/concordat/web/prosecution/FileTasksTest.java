package uk.concordat.web.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.ActionItem;
import uk.concordat.prosecution.Charge;
import uk.concordat.prosecution.Committed;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileItem;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.Held;
import uk.concordat.prosecution.Lack;
import uk.concordat.prosecution.MonitoringFlags;
import uk.concordat.prosecution.Offences;
import uk.concordat.prosecution.Priority;
import uk.concordat.prosecution.Prosecution;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.prosecution.SubmissionKind;

class FileTasksTest {
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
  private static final UUID ID = new UUID(0, 1);
  private static final FileItem HOSTILITY =
      new FileItem("HOSTILITY", "The evidence of hostility", null, DataClass.D5, true);

  @Test
  void allThatLacksIsSaidOnceWithWhereItIsMended() {
    var tasks =
        tasks(
            List.of(),
            List.of(
                new Lack("urn", null), new Lack("answers.HOSTILITY", null), new Lack("charges", 1)),
            List.of(asked("Done."), asked(null), asked(null)));
    assertThat(tasks.lacking())
        .extracting(FileTasks.Lacking::anchor)
        .containsExactly("urn", "answers-HOSTILITY", "charges-1", "asked");
    assertThat(tasks.lacking())
        .extracting(FileTasks.Lacking::label)
        .contains(
            "Put into the file: The evidence of hostility", "Propose a charge for Ivo Darvell");
    assertThat(tasks.lacking().get(1).href())
        .isEqualTo("/prosecution/item.xhtml?ref=R&item=HOSTILITY");
    assertThat(tasks.about().status()).isEqualTo("Needed");
  }

  @Test
  void whatWasAnsweredLeadsNowhereAnyMore() {
    var tasks = tasks(List.of(), List.of(), List.of(asked("Done."), asked(null)));
    assertThat(tasks.asked()).extracting(FileTask::status).containsExactly("Answered", "Needed");
    assertThat(tasks.asked().get(0).href()).isNull();
  }

  @Test
  void anAggravatedChargeWithoutItsAlternativeSaysSo() {
    Charge aggravated = charge(1, Set.of(Strand.RAC), null);
    assertThat(line(List.of(aggravated))).endsWith("It has no basic alternative.");
    assertThat(line(List.of(aggravated, charge(2, Set.of(), 1))))
        .doesNotContain("no basic alternative");
    assertThat(line(List.of(charge(1, Set.of(), null)))).doesNotContain("no basic alternative");
  }

  private static String line(List<Charge> charges) {
    return tasks(charges, List.of(), List.of()).charged().get(0).lines().get(0).detail();
  }

  private static Charge charge(int number, Set<Strand> strands, Integer alternative) {
    var day = Committed.on(LocalDate.of(2026, 11, 20));
    return new Charge(new UUID(1, number), number, ID, 1, "ZZ26104", day, strands, alternative);
  }

  private static ActionItem asked(String done) {
    return new ActionItem(1, ReviewMove.SEND_BACK, null, "Who heard it?", null, NOW, done, NOW);
  }

  private static FileTasks tasks(List<Charge> charges, List<Lack> lacks, List<ActionItem> asked) {
    var defendant =
        new Defendant(
            ID,
            1,
            ReviewState.PREPARING,
            NOW,
            null,
            null,
            new Defendant.Identity("Ivo Darvell", null),
            new Defendant.Custody(null, Held.BAIL, null));
    var file =
        new Prosecution(
            ID,
            null,
            SubmissionKind.CHARGING_DECISION,
            Priority.GREEN,
            null,
            List.of(defendant),
            List.of(),
            charges,
            List.of());
    var view =
        new FileView(
            "R",
            "V",
            file,
            List.of(HOSTILITY),
            lacks,
            asked,
            List.of(),
            List.of(),
            null,
            new MonitoringFlags(List.of()),
            List.of(),
            true,
            true,
            false,
            false);
    return new FileTasks(view, new Offences(List.of(), List.of()));
  }
}
