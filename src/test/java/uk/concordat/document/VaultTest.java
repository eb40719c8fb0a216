package uk.concordat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What lies in the database tells nothing, and opens only as it was put there. */
class VaultTest {
  private final UUID id = UUID.randomUUID();
  private final byte[] content = content();
  private final Vault vault = vault("one", (byte) 1);
  private final Sealed sealed = vault.close(id, content);

  private static byte[] content() {
    byte[] content = new byte[2 * 1024 * 1024 + 17];
    new Random(7).nextBytes(content);
    System.arraycopy("plain words".getBytes(StandardCharsets.UTF_8), 0, content, 0, 11);
    return content;
  }

  private static Vault vault(String name, byte first) {
    byte[] key = new byte[32];
    key[0] = first;
    var vault = new Vault();
    vault.keys = new DocumentKeys(name, Map.of(name, new SecretKeySpec(key, "AES")));
    return vault;
  }

  @Test
  void itOpensAgain() {
    assertThat(sealed.chunks()).hasSize(3);
    assertThat(vault.open(id, sealed)).isEqualTo(content);
    assertThat(new String(sealed.chunks().get(0), StandardCharsets.ISO_8859_1))
        .doesNotContain("plain words");
  }

  @Test
  void aByteThatWasChangedIsFound() {
    for (int chunk = 0; chunk < 3; chunk++) {
      List<byte[]> chunks = copy();
      chunks.get(chunk)[chunks.get(chunk).length / 2] ^= 1;
      refused(id, new Sealed(sealed.keyName(), sealed.key(), chunks));
    }
    byte[] key = sealed.key().clone();
    key[20] ^= 1;
    refused(id, new Sealed(sealed.keyName(), key, sealed.chunks()));
  }

  @Test
  void aPieceThatWasMovedLeftOutOrAnothersIsFound() {
    List<byte[]> turned = copy();
    turned.add(turned.remove(0));
    refused(id, new Sealed(sealed.keyName(), sealed.key(), turned));
    refused(id, new Sealed(sealed.keyName(), sealed.key(), copy().subList(0, 2)));
    refused(UUID.randomUUID(), sealed);
  }

  @Test
  void anotherKeyOpensNothing() {
    assertThatThrownBy(() -> vault("one", (byte) 2).open(id, sealed))
        .isInstanceOf(BrokenSeal.class);
    assertThatThrownBy(() -> vault("two", (byte) 1).open(id, sealed))
        .hasMessage("no document key one");
  }

  private void refused(UUID document, Sealed changed) {
    assertThatThrownBy(() -> vault.open(document, changed)).isInstanceOf(BrokenSeal.class);
  }

  private List<byte[]> copy() {
    List<byte[]> chunks = new ArrayList<>();
    sealed.chunks().forEach(chunk -> chunks.add(chunk.clone()));
    return chunks;
  }
}
