package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

class CursorTest {
  private static final UUID ID = UUID.fromString("0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44");

  @Property
  void comesBackAsItWas(
      @ForAll boolean forward,
      @ForAll @StringLength(max = 40) String key,
      @ForAll long high,
      @ForAll long low) {
    var cursor =
        new Cursor(
            ID,
            ListQuery.Sort.REFERENCE,
            forward,
            key.replace('\0', ' ') + "|",
            new UUID(high, low));
    assertThat(Cursor.decode(cursor.encode(), ListQuery.Sort.REFERENCE)).isEqualTo(cursor);
  }

  @Property
  void keepsATimeAsTheDatabaseWritesIt(
      @ForAll @IntRange(max = 999_999) int micros, @ForAll @IntRange(max = 86_399) int second) {
    String key =
        OffsetDateTime.parse("2026-11-23T00:00:00Z")
            .plusSeconds(second)
            .plusNanos(micros * 1_000L)
            .toString()
            .replace('T', ' ')
            .replace("Z", "+00");
    var cursor = new Cursor(ID, ListQuery.Sort.DUE, true, key.length() < 20 ? "infinity" : key, ID);
    assertThat(Cursor.decode(cursor.encode(), ListQuery.Sort.DUE)).isEqualTo(cursor);
  }

  @Test
  void isForItsOwnOrderOnly() {
    String changed = new Cursor(ID, ListQuery.Sort.CHANGED, true, "infinity", ID).encode();
    refused(changed, ListQuery.Sort.DUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "DUE",
        "0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|DUE|>|nobody|infinity",
        "nobody|DUE|>|0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|infinity",
        "0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|DUE|>|0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44",
        "0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|DUE|>|0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|",
        "0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|DUE|>|0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|yesterday",
        "0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|DUE|>|0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|-infinity",
        "0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|DUE|>|0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|2026-99-99 00:00:00+00",
        "0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|WHEN|>|0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|infinity"
      })
  void isRefusedWhereItIsNotOurs(String forged) {
    refused(
        Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8)),
        ListQuery.Sort.DUE);
  }

  @Property
  void neverBreaksOnWhatSomebodyTyped(@ForAll @StringLength(max = 60) String typed) {
    refused(typed, ListQuery.Sort.STATE);
  }

  private static void refused(String text, ListQuery.Sort sort) {
    assertThatThrownBy(() -> Cursor.decode(text, sort))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.errors()).containsExactly(new FieldError("cursor", "invalid")));
  }
}
