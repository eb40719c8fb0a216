package uk.concordat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import uk.concordat.caller.Caller;

/** What an entry says of a change without saying what it was. */
class DigestsTest {
  private static final byte[] KEY = new byte[32];

  private record Person(Boolean known, String name, LocalDate dateOfBirth, Set<Verb> verbs) {}

  private static final Person OLD = new Person(true, "Samira Ullah", null, Set.of());
  private static final Person NEW =
      new Person(
          true, "Samira \u00DCllah", LocalDate.of(1990, 2, 1), Set.of(Verb.ERASE, Verb.ALTER));

  /** By hand, with nothing of ours: the key, the content, and the form that is documented. */
  @Test
  void areCheckedByWhoeverHasTheKeyAndTheContent() throws GeneralSecurityException {
    JsonObject digest = digests(KEY, new Change(OLD, NEW)).getJsonObject("D2");
    assertThat(digest.getString("old"))
        .isEqualTo(
            hmac("{\"content\":{\"known\":true,\"name\":\"Samira Ullah\"},\"part\":\"D2\"}"));
    assertThat(digest.getString("new"))
        .isEqualTo(
            hmac(
                "{\"content\":{\"dateOfBirth\":\"1990-02-01\",\"known\":true,\"name\":\"Samira"
                    + " \u00DCllah\",\"verbs\":[\"ALTER\",\"ERASE\"]},\"part\":\"D2\"}"));
  }

  @Test
  void ofEqualContentDifferUnderAnotherKeyAndInAnotherPart() {
    byte[] other = KEY.clone();
    other[0] = 1;
    String digest = digests(KEY, new Change(null, NEW)).getJsonObject("D2").getString("new");
    assertThat(digests(other, new Change(null, NEW)).getJsonObject("D2").getString("new"))
        .isNotEqualTo(digest);
    assertThat(
            Digests.of(KEY, Map.of("D9", new Change(null, NEW)))
                .getJsonObject("D9")
                .getString("new"))
        .isNotEqualTo(digest);
  }

  @Test
  void leaveOutWhatWasNotThereAndWhatDidNotChange() {
    Person nobody = new Person(null, "", null, Set.of());
    assertThat(digests(KEY, new Change(nobody, NEW)).getJsonObject("D2")).containsOnlyKeys("new");
    assertThat(digests(KEY, new Change(NEW, null)).getJsonObject("D2")).containsOnlyKeys("old");
    assertThat(digests(KEY, new Change(NEW, NEW))).isEmpty();
    assertThat(digests(KEY, new Change(null, nobody))).isEmpty();
  }

  @Test
  void standInTheBytesOfTheEntryAndTheContentDoesNot() {
    UUID subject = new UUID(1, 2);
    Entry entry =
        Entry.of(Verb.ALTER, "referral.create", new UUID(3, 4), 1L, List.<Verb>of())
            .changing("D2", new Change(OLD, NEW));
    assertThat(text(entry, List.of(subject)))
        .contains("\"digests\":{\"D2\":{\"new\":\"", "\"subjects\":[\"" + subject + "\"]")
        .doesNotContain("Samira", "1990");
  }

  /** Entries that were sealed before there were such members stay what they are. */
  @Test
  void andSubjectsAreNoMembersWhereThereAreNone() {
    Entry entry = Entry.of(Verb.CONSULT, "referral.read", new UUID(3, 4), 1L, List.<Verb>of());
    assertThat(text(entry, List.of())).doesNotContain("digests", "subjects");
  }

  private static String text(Entry entry, List<UUID> subjects) {
    Caller actor =
        Caller.holding(
            new UUID(5, 6), "who", "Who", "BTP", Set.of(), List.of("hate-crime-officer"));
    return new String(
        new CanonicalEntry(new UUID(7, 8), Instant.EPOCH, actor, entry, null, subjects).bytes(KEY),
        StandardCharsets.UTF_8);
  }

  private static JsonObject digests(byte[] key, Change change) {
    return Digests.of(key, Map.of("D2", change));
  }

  private static String hmac(String message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    return Base64.getEncoder()
        .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
  }
}
