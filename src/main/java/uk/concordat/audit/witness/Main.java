package uk.concordat.audit.witness;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import uk.concordat.audit.note.InvalidNoteException;

/** The program: see docs/witness.md. */
public final class Main {
  private static final String USAGE =
      """
      witness --log https://... --key FILE --as FILE --state FILE [--token-file FILE] (--once | --every SECONDS)
      keygen  --name NAME --out FILE
      verify  --key FILE (--export FILE | --database jdbc:...)\
      """;

  private Main() {}

  /** Ends with 0: fits; 1: nothing can be said now; 2: started wrongly; 3: does not fit. */
  public static void main(String[] words) {
    var console = new Console(System.out, System.err);
    System.exit(run(List.of(words), console, Clock.systemUTC()).code());
  }

  static Outcome run(List<String> words, Console console, Clock clock) {
    List<String> rest = words.stream().skip(1).toList();
    try {
      return switch (words.isEmpty() ? "" : words.get(0)) {
        case "witness" -> new WitnessCommand(console, clock).run(rest);
        case "keygen" -> new KeygenCommand(console).run(rest);
        case "verify" -> new VerifyCommand(console).run(rest);
        default -> throw new UsageException("No such command");
      };
    } catch (UsageException | InvalidNoteException wrong) {
      console.complain(wrong.getMessage());
      console.complain(USAGE);
      return Outcome.USAGE;
    } catch (IOException unreadable) {
      console.complain("Cannot read or write: " + unreadable.getMessage());
      return Outcome.NOT_REACHED;
    }
  }
}
