package uk.concordat.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The Java that runs this launcher also runs its children. */
final class Jdk {
  private Jdk() {}

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
