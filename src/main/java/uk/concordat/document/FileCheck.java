package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import uk.concordat.document.workshop.Answer;
import uk.concordat.document.workshop.Job;
import uk.concordat.kernel.InvalidInput;

/** Lets a file in: small enough, of a kind that is kept, without anything that acts, scanned. */
@ApplicationScoped
public class FileCheck {
  @Inject VirusScanner scanner;
  @Inject Infections infections;
  @Inject Workbench bench;

  /**
   * The file as it may be kept. It takes seconds: not to be done in a transaction.
   *
   * @param typed the name that it came with; null for none
   * @throws InvalidInput of field {@code file}, saying what is wrong with it
   * @throws Busy where too many files are worked on
   * @throws ScannerAway where a virus scanner is set up and does not answer
   */
  public CheckedFile check(String typed, byte[] sent) {
    if (sent.length == 0) {
      throw new InvalidInput("file", "nothing-in-it");
    }
    if (sent.length > DocumentLimits.FILE_BYTES) {
      throw new InvalidInput("file", "too-large");
    }
    Answer answer = bench.checking(() -> looked(sent));
    if (!answer.refusal().isEmpty()) {
      throw new InvalidInput("file", answer.refusal());
    }
    if (answer.type() == null) {
      throw new InvalidInput("file", "unreadable"); // the file got the better of its helper
    }
    DocumentName name = DocumentName.of(typed, answer.type());
    byte[] kept = answer.bytes() == null ? sent : answer.bytes();
    return new CheckedFile(name, answer.type(), answer.pages(), kept, scanned(sent));
  }

  private Answer looked(byte[] sent) {
    try {
      return bench.done(Job.check(sent));
    } catch (HelperLost tooMuch) {
      throw new InvalidInput("file", tooMuch.code());
    }
  }

  private Scan scanned(byte[] sent) {
    if (!scanner.configured()) {
      return Scan.NOT_SCANNED;
    }
    Optional<String> virus = scanner.found(sent);
    if (virus.isPresent()) {
      infections.record(virus.get());
      throw new InvalidInput("file", "infected");
    }
    return Scan.CLEAN;
  }
}
