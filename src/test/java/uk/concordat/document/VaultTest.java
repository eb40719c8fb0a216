package uk.concordat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.access.DataClass;

/** What lies in the database tells nothing, and opens only as it was put there. */
class VaultTest {
  private static final UUID ID = UUID.randomUUID();
  private static final UUID REFERRAL = UUID.randomUUID();

  private final byte[] content = content();
  private final Document document =
      document(ID, REFERRAL, DataClass.D8, "HERTS-POLICE", "a.txt", content.length, "d1");
  private final Vault vault = vault("one", (byte) 1);
  private final OwnKey key = vault.make(document);
  private final SealedKey sealed = vault.close(key, document);
  private final List<byte[]> pieces =
      IntStream.range(0, key.count()).mapToObj(number -> key.close(content, number)).toList();

  private static byte[] content() {
    byte[] content = new byte[2 * 1024 * 1024 + 17];
    new Random(7).nextBytes(content);
    System.arraycopy("plain words".getBytes(StandardCharsets.UTF_8), 0, content, 0, 11);
    return content;
  }

  private static Document document(
      UUID id,
      UUID referral,
      DataClass dataClass,
      String holder,
      String name,
      long size,
      String digest) {
    return new Document(
        id,
        referral,
        dataClass,
        holder,
        new DocumentName(name),
        DocumentType.TEXT,
        size,
        digest,
        Scan.CLEAN,
        0,
        UUID.randomUUID(),
        "police-officer",
        Instant.EPOCH,
        null,
        null);
  }

  private static Vault vault(String name, byte first) {
    byte[] bytes = new byte[32];
    bytes[0] = first;
    var vault = new Vault();
    vault.keys = new DocumentKeys(name, Map.of(name, new SecretKeySpec(bytes, "AES")));
    return vault;
  }

  @Test
  void itOpensAgain() {
    assertThat(pieces).hasSize(3);
    OwnKey again = vault.open(sealed, document);
    int from = 0;
    for (int number = 0; number < 3; number++) {
      byte[] opened = again.open(pieces.get(number), number);
      assertThat(opened).isEqualTo(Arrays.copyOfRange(content, from, from + opened.length));
      from += opened.length;
    }
    assertThat(from).isEqualTo(content.length);
    assertThat(new String(pieces.get(0), StandardCharsets.ISO_8859_1))
        .doesNotContain("plain words");
  }

  @Test
  void aByteThatWasChangedIsFound() {
    for (int number = 0; number < 3; number++) {
      byte[] changed = pieces.get(number).clone();
      changed[changed.length / 2] ^= 1;
      refused(changed, number);
    }
    byte[] other = sealed.bytes().clone();
    other[20] ^= 1;
    assertThatThrownBy(() -> vault.open(new SealedKey("one", other), document))
        .isInstanceOf(BrokenSeal.class);
  }

  @Test
  void aPieceThatWasMovedOrAnothersIsFound() {
    refused(pieces.get(0), 1);
    refused(vault.make(document).close(content, 0), 0);
  }

  private void refused(byte[] piece, int number) {
    assertThatThrownBy(() -> key.open(piece, number)).isInstanceOf(BrokenSeal.class);
  }

  static Stream<Arguments> elsewhere() {
    UUID other = UUID.randomUUID();
    return Stream.<Map.Entry<String, UnaryOperator<Document>>>of(
            Map.entry("id", d -> like(d, other, d.referral(), d.dataClass(), d.holder(), "a.txt")),
            Map.entry("referral", d -> like(d, ID, other, d.dataClass(), d.holder(), "a.txt")),
            Map.entry("class", d -> like(d, ID, REFERRAL, DataClass.D5, d.holder(), "a.txt")),
            Map.entry("holder", d -> like(d, ID, REFERRAL, d.dataClass(), "BTP", "a.txt")),
            Map.entry("name", d -> like(d, ID, REFERRAL, d.dataClass(), d.holder(), "b.txt")),
            Map.entry(
                "size",
                d -> document(ID, REFERRAL, d.dataClass(), d.holder(), "a.txt", 17, d.digest())),
            Map.entry(
                "digest",
                d -> document(ID, REFERRAL, d.dataClass(), d.holder(), "a.txt", d.size(), "d2")))
        .map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  private static Document like(
      Document d, UUID id, UUID referral, DataClass dataClass, String holder, String name) {
    return document(id, referral, dataClass, holder, name, d.size(), d.digest());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void elsewhere(String changed, UnaryOperator<Document> change) {
    Document moved = change.apply(document);
    assertThatThrownBy(() -> vault.open(sealed, moved)).isInstanceOf(BrokenSeal.class);
  }

  @Test
  void anotherKeyOpensNothing() {
    assertThatThrownBy(() -> vault("one", (byte) 2).open(sealed, document))
        .isInstanceOf(BrokenSeal.class);
    assertThatThrownBy(() -> vault("two", (byte) 1).open(sealed, document))
        .hasMessage("no document key one");
  }
}
