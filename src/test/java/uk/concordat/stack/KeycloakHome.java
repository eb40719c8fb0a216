package uk.concordat.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A home of Keycloak whose programs are links into the cache and whose data is its own. */
record KeycloakHome(Path folder) {

  static KeycloakHome at(Path folder, KeycloakDistribution distribution) {
    try {
      Path imports = Files.createDirectories(folder.resolve("data/import"));
      Files.copy(
          realm(), imports.resolve("concordat-realm.json"), StandardCopyOption.REPLACE_EXISTING);
      for (String part : List.of("conf", "lib", "providers", "themes")) {
        Path link = folder.resolve(part);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, distribution.folder().resolve(part));
      }
      return new KeycloakHome(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The realm that production imports, at the top of the source tree. */
  private static Path realm() {
    Path realm = Folders.source("keycloak-realm.json");
    if (!Files.isReadable(realm)) {
      throw new StackFailure(
          "%s is missing: start from the top folder of the source".formatted(realm));
    }
    return realm;
  }
}
