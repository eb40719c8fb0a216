package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/** A list as a file: what a spreadsheet makes of it is text. */
class ListFileTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+44 7700 900142",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\uFF1D1",
        "=\n1"
      })
  void takesTheForceFromWhatCouldBeAFormula(String text) {
    assertThat(ListFile.safe(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Samira Rahman", "O'Neill", "1=1", "Anne-Marie", "a@example.org"})
  void leavesTheRestAsItIs(String text) {
    assertThat(ListFile.safe(text)).isEqualTo(text);
  }

  @Test
  void isCsvWithAMarkAndAHandlingRow() throws IOException {
    var row =
        new ReferralSummary(
            UUID.randomUUID(),
            "HCR-2026-000137-L",
            ReferralState.RECEIVED,
            ReferralType.COUNCIL_TO_POLICE,
            "WELHAT-COUNCIL",
            "HERTS-POLICE",
            Urgency.HIGH,
            Set.of(Strand.REL, Strand.RAC),
            "=cmd, \"x\"",
            true,
            new Clocked("DECIDE", Instant.EPOCH, Instant.parse("2026-07-01T09:00:00Z")),
            false,
            Instant.parse("2026-11-28T09:00:00Z"),
            Box.INBOX,
            false,
            false,
            null);
    var out = new ByteArrayOutputStream();
    ListFile.write("Handle with care", List.of(row), out);
    String[] lines = out.toString(StandardCharsets.UTF_8).split("\r\n", -1);
    assertThat(lines).hasSize(4);
    assertThat(lines[0]).isEqualTo("\uFEFFHandle with care" + ",".repeat(10));
    assertThat(lines[1]).startsWith("Reference,Status,From,To,");
    assertThat(lines[2])
        .startsWith("HCR-2026-000137-L,")
        .contains("WELHAT-COUNCIL,HERTS-POLICE,", "\"'=cmd, \"\"x\"\"\"")
        .contains(",DECIDE,2026-07-01 10:00,2026-11-28 09:00,");
    assertThat(lines[3]).isEmpty();
  }
}
