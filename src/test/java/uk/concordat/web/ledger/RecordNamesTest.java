package uk.concordat.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordNamesTest {
  private static final String ONE = "0199a5d2-7c1e-7b63-9d0c-2f6e5a1b8c46";
  private static final String TWO = "0199a5d2-7c1e-7b63-9d0c-2f6e5a1b8c47";
  private static final String THREE = "0199a5d2-7c1e-7b63-9d0c-2f6e5a1b8c48";
  private static final Map<String, String> NAMES = Map.of(ONE, "HCR-2026-000137-L");

  @Test
  void sayAReferenceThatTheReaderMayKnow() {
    RecordNames names = RecordNames.of("referral", List.of(ONE), NAMES, false, 3);
    assertThat(names.shown())
        .containsExactly(
            new RecordNames.Named(
                "HCR-2026-000137-L", "/referral/referral.xhtml?ref=HCR-2026-000137-L"));
    assertThat(names.rest()).isEmpty();
  }

  @Test
  void countWhatTheReaderCanNoLongerSee() {
    assertThat(RecordNames.of("referral", List.of(TWO), NAMES, false, 3).rest())
        .isEqualTo("a record you can no longer see");
    assertThat(RecordNames.of("referral", List.of(ONE, TWO, THREE), NAMES, false, 3).rest())
        .isEqualTo("and 2 records you can no longer see");
  }

  @Test
  void numberForGovernanceWhatIsNotTheirsToKnow() {
    RecordNames names = RecordNames.of("referral", List.of(ONE, TWO), NAMES, true, 3);
    assertThat(names.shown())
        .extracting(RecordNames.Named::label)
        .containsExactly("HCR-2026-000137-L", "R-2f6e-5a1b-8c47");
    assertThat(names.shown().get(1).href())
        .isEqualTo("/ledger/ledger.xhtml?record=R-2f6e-5a1b-8c47");
    assertThat(names.rest()).isEmpty();
  }

  @Test
  void countWhatIsTooMuchToName() {
    RecordNames names = RecordNames.of("referral", List.of(ONE, TWO, THREE), NAMES, true, 1);
    assertThat(names.shown()).hasSize(1);
    assertThat(names.rest()).isEqualTo("and 2 more");
  }

  @Test
  void sayWhatOtherThingsAre() {
    assertThat(RecordNames.of("notice", List.of(TWO), Map.of(), false, 3).rest())
        .isEqualTo("a notice");
    assertThat(RecordNames.of("ledger", List.of(TWO, THREE), Map.of(), true, 3).rest())
        .isEqualTo("2 ledger entries");
    assertThat(RecordNames.of("notice", List.of(), Map.of(), true, 3).rest()).isEqualTo("notices");
    assertThat(RecordNames.of("referral", List.of(), Map.of(), true, 3).rest()).isEmpty();
  }
}
