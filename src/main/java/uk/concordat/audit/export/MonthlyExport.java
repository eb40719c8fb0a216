package uk.concordat.audit.export;

import jakarta.json.JsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import uk.concordat.audit.merkle.CompactRange;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.NoteVerifier;

/**
 * A part of the ledger that was exported, checked without anybody else: whether its entries are
 * those of a tree that the log has signed.
 *
 * @param checkpoint of that tree
 * @param range which leaves the export holds
 * @param disposed how many of them were erased, with an entry that tells of it
 * @param toldLater for how many of these that entry is beyond the export
 * @param withheld how many of them are here by their hash alone
 * @param tombstones the disposals that entries of the export tell of
 */
public record MonthlyExport(
    Checkpoint checkpoint,
    ExportRange range,
    long disposed,
    long toldLater,
    long withheld,
    List<Tombstone> tombstones) {
  private static final int LARGEST_PART = 1 << 20;

  /**
   * Checks a file, in the same memory however large it is.
   *
   * @param keys the log's, from another source than the file
   * @throws TamperedException where it is not what the log has signed, with the first entry that
   *     does not fit
   * @throws IOException where it cannot be read
   */
  public static MonthlyExport verify(Path file, List<NoteVerifier> keys) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      Checkpoint checkpoint = Checkpoint.open(part(zip, ExportWriter.CHECKPOINT), keys);
      ExportRange range = ExportRange.parse(part(zip, ExportWriter.RANGE));
      var walk = new Walk(CompactRange.of(0, range.from(), range.left()));
      walk(zip, walk);
      CompactRange all = walk.end();
      if (all.to() != range.to()) {
        throw TamperedException.at(
            Math.min(all.to(), range.to()),
            "is where the export should end or go on: it ends at %d".formatted(all.to()));
      }
      if (walk.lastAwaited() >= checkpoint.size()) {
        throw new TamperedException(
            "Entry %d, which is to tell of a disposal, is not in the tree that was signed"
                .formatted(walk.lastAwaited()));
      }
      all.merge(CompactRange.of(range.to(), checkpoint.size(), range.right()));
      if (!MessageDigest.isEqual(all.root(), checkpoint.root())) {
        throw new TamperedException(
            "The hashes of entries %d to %d do not make up the root that was signed: one of them"
                    .formatted(range.from(), range.to() - 1)
                + " was changed together with its hash");
      }
      return new MonthlyExport(
          checkpoint, range, walk.disposed(), walk.toldLater(), walk.withheld(), walk.tombstones());
    } catch (JsonException | IllegalArgumentException | ClassCastException unreadable) {
      throw new TamperedException("The export is not what was written: " + unreadable.getMessage());
    }
  }

  private static void walk(ZipFile zip, Walk walk) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(open(zip, ExportWriter.ENTRIES), StandardCharsets.UTF_8))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        walk.add(row(line, number));
      }
    }
  }

  private static Row row(String line, long number) {
    try {
      return RowJson.read(line);
    } catch (JsonException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException
        | ClassCastException
        | NullPointerException noRow) {
      throw new TamperedException("Line %d of the entries is no entry".formatted(number));
    }
  }

  private static String part(ZipFile zip, String name) throws IOException {
    try (InputStream in = open(zip, name)) {
      return new String(in.readNBytes(LARGEST_PART), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(ZipFile zip, String name) throws IOException {
    ZipEntry part = zip.getEntry(name);
    if (part == null) {
      throw new TamperedException("The export has no " + name);
    }
    return zip.getInputStream(part);
  }
}
