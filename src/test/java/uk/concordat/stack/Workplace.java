package uk.concordat.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one stack works: its data, its logs, the shared cache, its ports and secrets.
 *
 * @param shortLived whether the data is thrown away at the end
 */
record Workplace(
    Path data,
    Path logs,
    Cache cache,
    Ports ports,
    Secrets secrets,
    Leftovers leftovers,
    boolean shortLived) {

  /** The folder of {@code mvn -Prun}: it survives a restart and {@code mvn clean}. */
  static Workplace forRun() {
    Path data =
        Path.of(System.getProperty("concordat.data", ".concordat")).toAbsolutePath().normalize();
    Leftovers leftovers = new Leftovers(data.resolve("processes"));
    leftovers.awaitGone();
    Ports ports = Ports.forRun();
    if (Boolean.getBoolean("concordat.fresh")) {
      Folders.delete(data);
    }
    return at(data, ports, false);
  }

  /** A folder of its own on free ports; its logs stay until {@code mvn clean}. */
  static Workplace forTests() {
    try {
      Path target = Folders.make(Path.of("target").toAbsolutePath());
      return at(Files.createTempDirectory(target, "stack-"), Ports.free(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Workplace at(Path data, Ports ports, boolean shortLived) {
    Folders.requireSpace(Folders.make(data));
    Cache cache = new Cache(Folders.cache());
    Folders.requireSpace(cache.root());
    Leftovers leftovers = new Leftovers(data.resolve("processes"));
    leftovers.begin();
    Path logs = Folders.make(data.resolve("logs"));
    Secrets secrets = Secrets.in(data.resolve("secrets.properties"));
    return new Workplace(data, logs, cache, ports, secrets, leftovers, shortLived);
  }

  /** Throws away what was only for a while. */
  void leave() {
    leftovers.clear();
    Folders.delete(data.resolve("payara"));
    if (shortLived) {
      Folders.delete(data.resolve("postgres"));
      Folders.delete(data.resolve("keycloak"));
      Folders.delete(data.resolve("secrets.properties"));
    }
  }
}
