package uk.concordat.audit.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import uk.concordat.audit.export.MonthlyExport;
import uk.concordat.audit.export.TamperedException;
import uk.concordat.audit.export.Tombstone;
import uk.concordat.audit.note.InvalidNoteException;

/** Checks entries themselves, in an exported file or in the database. */
final class VerifyCommand {
  private final Console console;

  VerifyCommand(Console console) {
    this.console = console;
  }

  Outcome run(List<String> words) throws IOException {
    var options = new Options(words, Set.of("--export", "--database", "--key"), Set.of());
    if (options.has("--export") == options.has("--database")) {
      throw new UsageException("Either --export with a file or --database with an address");
    }
    try {
      if (options.has("--export")) {
        export(options);
      } else {
        database(options);
      }
      return Outcome.CONSISTENT;
    } catch (TamperedException | InvalidNoteException found) {
      console.alarm(found.getMessage());
      return Outcome.TAMPERED;
    } catch (SQLException unreachable) {
      console.complain("Nothing can be said now: " + unreachable.getMessage());
      return Outcome.NOT_REACHED;
    }
  }

  private void export(Options options) throws IOException {
    MonthlyExport fits = MonthlyExport.verify(Path.of(options.need("--export")), options.keys());
    console.say(
        "%s: entries %d to %d of %d are what was signed; %d of them were erased (%d of these are told of beyond this file), %d are not shown, but for their hash"
            .formatted(
                fits.checkpoint().origin(),
                fits.range().from(),
                fits.range().to() - 1,
                fits.checkpoint().size(),
                fits.disposed(),
                fits.toldLater(),
                fits.withheld()));
    fits.tombstones().forEach(this::tell);
  }

  /** A program cannot know whether a disposal was right; people who were told of it can. */
  private void tell(Tombstone tombstone) {
    console.say(
        "Erased on %s under %s: %s, proposed by %s, approved by %s"
            .formatted(
                tombstone.erasure().date(),
                tombstone.erasure().rule(),
                tombstone.erasure().month(),
                tombstone.erasure().proposedBy(),
                tombstone.approvedBy()));
  }

  private void database(Options options) throws IOException, SQLException {
    var walk = new DatabaseWalk(options.need("--database"), options.keys());
    console.say(walk.walk());
    walk.tombstones().forEach(this::tell);
  }
}
