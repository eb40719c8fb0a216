package uk.concordat.audit.witness;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.Cosigner;

/** Watches a log, once or for ever. */
final class WitnessCommand {
  private static final String TOKEN = "CONCORDAT_TOKEN";

  private final Console console;
  private final Clock clock;

  WitnessCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  Outcome run(List<String> words) throws IOException {
    var options =
        new Options(
            words,
            Set.of("--log", "--key", "--as", "--state", "--every", "--token-file"),
            Set.of("--once"));
    Optional<Duration> pause = options.get("--every").map(WitnessCommand::seconds);
    if (pause.isPresent() == options.has("--once")) {
      throw new UsageException("Either --once or --every with a number of seconds");
    }
    var told = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(told::countDown));
    Outcome outcome;
    do {
      outcome = look(options);
    } while (pause.isPresent() && outcome != Outcome.TAMPERED && goesOn(told, pause.get()));
    return outcome;
  }

  private Outcome look(Options options) throws IOException {
    var witness =
        new Witness(
            new LogClient(URI.create(options.need("--log")), token(options)),
            options.keys(),
            Cosigner.parse(Files.readString(Path.of(options.need("--as")))),
            new StateFile(Path.of(options.need("--state"))),
            clock);
    try {
      Checkpoint fits = witness.look();
      console.say("%s: %d entries, witnessed".formatted(fits.origin(), fits.size()));
      return Outcome.CONSISTENT;
    } catch (InconsistentException refused) {
      console.alarm(refused.getMessage());
      return Outcome.TAMPERED;
    } catch (IOException later) {
      console.complain("Nothing can be said now: " + later.getMessage());
      return Outcome.NOT_REACHED;
    }
  }

  /** Read each time: tokens are short-lived, and something else renews the file. */
  private static Optional<String> token(Options options) throws IOException {
    Optional<String> file = options.get("--token-file");
    return file.isPresent()
        ? Optional.of(Files.readString(Path.of(file.get())).strip())
        : Optional.ofNullable(System.getenv(TOKEN));
  }

  private static Duration seconds(String text) {
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new UsageException("--every is a number of seconds");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  /** Waits for the next look; false once the program is told to end. */
  private static boolean goesOn(CountDownLatch told, Duration pause) {
    try {
      return !told.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
