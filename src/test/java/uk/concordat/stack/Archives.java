package uk.concordat.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the two kinds of archive that the distributions come in. */
final class Archives {
  private static final int EXECUTABLE = 0100;

  private Archives() {}

  /** Unpacks a zip without its single top folder. */
  static void unzip(Path zip, Path target) {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String inner = entry.getName().substring(entry.getName().indexOf('/') + 1);
        if (!inner.isEmpty()) {
          write(in, inside(target, inner), entry.isDirectory());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack " + zip, e);
    }
  }

  /** Unpacks a tar compressed with xz, with its links and executables. */
  static void untar(InputStream archive, Path target) {
    try (TarArchiveInputStream in =
        new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = inside(target, entry.getName());
        if (entry.isSymbolicLink()) {
          Files.createDirectories(file.getParent());
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          write(in, file, entry.isDirectory());
          if ((entry.getMode() & EXECUTABLE) != 0) {
            makeExecutable(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack PostgreSQL", e);
    }
  }

  private static void write(InputStream in, Path file, boolean folder) throws IOException {
    Files.createDirectories(folder ? file : file.getParent());
    if (!folder) {
      Files.copy(in, file);
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    rights.add(PosixFilePermission.OWNER_EXECUTE);
    rights.add(PosixFilePermission.GROUP_EXECUTE);
    rights.add(PosixFilePermission.OTHERS_EXECUTE);
    Files.setPosixFilePermissions(file, rights);
  }

  private static Path inside(Path target, String name) throws IOException {
    Path file = target.resolve(name).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("An archive entry leaves its folder: " + name);
    }
    return file;
  }
}
