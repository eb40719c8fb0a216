package uk.concordat.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import uk.concordat.audit.note.NoteSigner;

/** Random passwords and client secrets, made once and kept in a file that only its owner reads. */
record Secrets(
    String postgres,
    String owner,
    String app,
    String keycloakAdmin,
    String portalClient,
    String apiClient,
    String ledgerKey,
    String documentKey,
    SecondFactor secondFactor) {
  private static final String LEDGER_KEY = "ledger.key";
  private static final String DOCUMENT_KEY = "document.key";
  private static final List<String> NAMES =
      List.of(
          "postgres.password",
          "owner.password",
          "app.password",
          "keycloak.admin.password",
          "client.portal.secret",
          "client.api.secret",
          LEDGER_KEY,
          DOCUMENT_KEY,
          "demo.second.factor");

  /** Reads the file; adds what it lacks. */
  static Secrets in(Path file) {
    try {
      Properties known = new Properties();
      if (Files.exists(file)) {
        try (Reader reader = Files.newBufferedReader(file)) {
          known.load(reader);
        }
      }
      SecureRandom random = new SecureRandom();
      NAMES.forEach(name -> known.computeIfAbsent(name, missing -> draw(name, random)));
      save(known, file);
      List<String> values = NAMES.stream().map(known::getProperty).toList();
      return new Secrets(
          values.get(0),
          values.get(1),
          values.get(2),
          values.get(3),
          values.get(4),
          values.get(5),
          values.get(6),
          values.get(7),
          new SecondFactor(values.get(8)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the secrets in " + file, e);
    }
  }

  private static String draw(String name, SecureRandom random) {
    if (name.equals(LEDGER_KEY)) {
      return NoteSigner.generate("concordat.demo/ledger").secret();
    }
    if (name.equals(DOCUMENT_KEY)) {
      byte[] key = new byte[32];
      random.nextBytes(key);
      return "demo-1:" + Base64.getEncoder().encodeToString(key);
    }
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Written aside with its rights from the first byte, then renamed: a power cut loses no secret.
   */
  private static void save(Properties secrets, Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(aside);
    Files.createFile(
        aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer writer = Files.newBufferedWriter(aside)) {
      secrets.store(writer, null);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public String toString() {
    return "Secrets[hidden]";
  }
}
