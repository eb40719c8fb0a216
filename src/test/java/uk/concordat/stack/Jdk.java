package uk.concordat.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Java that runs this launcher also runs its children. */
final class Jdk {
  private Jdk() {}

  /**
   * Flags of a server that lives for minutes. The optimizing compiler would take more of them than
   * it gives back: the portal's start and its first two thousand requests cost half as much
   * without.
   */
  static List<String> shortLived() {
    return List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }

  static String java() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new StackFailure(
          "No Java at %s: install a JDK 17 (Debian: openjdk-17-jdk-headless) and point JAVA_HOME at it"
              .formatted(java));
    }
    return java.toString();
  }
}
