package uk.concordat.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** The programs of PostgreSQL, unpacked from the class path into the cache. */
record PostgresBinaries(Path folder) {

  static PostgresBinaries in(Cache cache) {
    String archive = "postgres-linux-%s.txz".formatted(architecture());
    try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (in == null) {
        throw new StackFailure(
            "No PostgreSQL for this machine: Concordat's demo runs on Linux, x86_64 or arm64");
      }
      // The size stands for the version, which the archive does not tell.
      String name = "postgresql-%s-%x".formatted(architecture(), in.available());
      return new PostgresBinaries(cache.folder(name, target -> Archives.untar(in, target)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String initdb() {
    return folder.resolve("bin/initdb").toString();
  }

  String postgres() {
    return folder.resolve("bin/postgres").toString();
  }

  private static String architecture() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return name.equals("aarch64") ? "arm_64" : "x86_64";
  }
}
