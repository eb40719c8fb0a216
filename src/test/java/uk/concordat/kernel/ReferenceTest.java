package uk.concordat.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
  /** Where the ten digits stand in {@code HCR-YYYY-NNNNNN-C}. */
  private static final int[] DIGITS = {4, 5, 6, 7, 9, 10, 11, 12, 13, 14};

  @ParameterizedTest
  @CsvSource({
    "1,HCR-2026-000001-N",
    "2,HCR-2026-000002-P",
    "137,HCR-2026-000137-L",
    "1042,HCR-2026-001042-V"
  })
  void endsWithItsCheckLetter(long serial, String text) {
    assertThat(Reference.of(2026, serial)).hasToString(text);
    assertThat(Reference.parse(text)).contains(Reference.of(2026, serial));
  }

  @Test
  void saysWhatItStandsFor() {
    Reference incident = Reference.of(Reference.Kind.INCIDENT, 2026, 137);
    assertThat(incident).hasToString("HCI-2026-000137-L");
    assertThat(Reference.parse("hci-2026-000137-l")).contains(incident);
    assertThat(incident.kind()).isEqualTo(Reference.Kind.INCIDENT);
    assertThat(Reference.of(2026, 137).kind()).isEqualTo(Reference.Kind.REFERRAL);
  }

  @Test
  void isReadHoweverItWasTyped() {
    assertThat(Reference.parse(" hcr-2026-000001-n\n")).contains(Reference.of(2026, 1));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "HCR-2026-000001",
        "HCR-2026-000001-P",
        "HCR-2026-00001-N",
        "HCR-2026-0000001-N",
        "XHCR-2026-000001-N",
        "HCR-2026-000001-N X",
        "HCR-٢٠٢٦-000001-N",
        "HCR-2026-000001-I",
        "HCI-2026-000001-P",
        "HCX-2026-000001-N"
      })
  void isNothingElse(String text) {
    assertThat(Reference.parse(text)).isEmpty();
  }

  @Test
  void hasSixDigitsAndNoMore() {
    assertThatIllegalArgumentException().isThrownBy(() -> Reference.of(2026, 1_000_000));
  }

  @Property
  void catchesEveryWrongDigit(
      @ForAll @IntRange(min = 2026, max = 2060) int year,
      @ForAll @IntRange(min = 1, max = 999_999) int serial,
      @ForAll @IntRange(max = 9) int position,
      @ForAll @IntRange(min = 1, max = 9) int difference) {
    char[] text = Reference.of(year, serial).text().toCharArray();
    int at = DIGITS[position];
    text[at] = (char) ('0' + (text[at] - '0' + difference) % 10);
    assertThat(Reference.parse(new String(text))).isEmpty();
  }

  @Property
  void catchesEverySwapOfNeighbours(
      @ForAll @IntRange(min = 2026, max = 2060) int year,
      @ForAll @IntRange(min = 1, max = 999_999) int serial,
      @ForAll @IntRange(max = 8) int position) {
    Reference right = Reference.of(year, serial);
    char[] text = right.text().toCharArray();
    char first = text[DIGITS[position]];
    text[DIGITS[position]] = text[DIGITS[position + 1]];
    text[DIGITS[position + 1]] = first;
    String swapped = new String(text);
    assertThat(Reference.parse(swapped).isPresent()).isEqualTo(swapped.equals(right.text()));
  }
}
