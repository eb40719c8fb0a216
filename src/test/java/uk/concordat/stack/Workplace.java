package uk.concordat.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /** What a fresh start forgets; named one by one, since the folder may be the user's choice. */
  private static final List<String> FORGOTTEN =
      List.of("postgres", "keycloak", "secrets.properties");

  /** The folder of {@code mvn -Prun}: it survives a restart and {@code mvn clean}. */
  static Workplace forRun() {
    Path data = Folders.source(System.getProperty("concordat.data", ".concordat")).normalize();
    Leftovers leftovers = new Leftovers(data.resolve("processes"));
    leftovers.awaitGone();
    Ports ports = Ports.forRun();
    if (Boolean.getBoolean("concordat.fresh")) {
      FORGOTTEN.forEach(each -> Folders.delete(data.resolve(each)));
    }
    return at(data, ports, false);
  }

  /** A folder of its own on free ports; its logs stay until {@code mvn clean}. */
  static Workplace forTests() {
    try {
      Path target = Folders.make(Folders.source("target"));
      return at(Files.createTempDirectory(target, "stack-"), Ports.free(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Workplace at(Path data, Ports ports, boolean shortLived) {
    Folders.usable(data);
    Cache cache = new Cache(Folders.usable(Folders.cache()));
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
      FORGOTTEN.forEach(each -> Folders.delete(data.resolve(each)));
    }
  }
}
