package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;

/**
 * A backlog of incidents from a file. It is read and checked as a whole and kept aside; then its
 * reader logs it, all at once or not at all, or discards it. Each method is one transaction, asks
 * one permission and writes its ledger entry: a portal that dies meanwhile leaves nothing half
 * done, and the file says that it was interrupted. How far it is, is told meanwhile. All throw
 * {@link NotFound} for a file that is not the caller's.
 */
@ApplicationScoped
public class IncidentImportService {
  /** The type of a file in the ledger; its incidents name it. */
  private static final String TYPE = "incident-import";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int LOGGED_AT_ONCE = 2_000;

  /** Whoever works on a file says so several times a second; after this long nobody does. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  @Inject ImportRepository imports;
  @Inject ImportReader reader;
  @Inject ImportProgress progress;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Takes a file to be read; nothing of it is kept yet.
   *
   * @param file CSV in UTF-8, with or without a byte-order mark, or in Windows-1252
   * @return under what it is found from now on
   * @throws InvalidInput where it is no such file at all, or {@code file: working} while another of
   *     the caller's is read or logged
   */
  @Transactional
  @Requires(Action.INCIDENT_IMPORT)
  public UUID begin(byte[] file) {
    new CsvFile(file).check();
    Instant now = clock.instant();
    if (imports.working(now.minus(SILENCE))) {
      throw new InvalidInput("file", "working");
    }
    UUID id = imports.begin(current.get(), now);
    imports.tell(id, ImportStep.READING, 0, now);
    ledger.append(
        Entry.several(
                Verb.COLLECT, Action.INCIDENT_IMPORT.code(), List.of(id), List.<DataClass>of())
            .about(TYPE));
    return id;
  }

  /**
   * Reads a file that was taken and checks every row; nothing is logged by it.
   *
   * @param id as {@link #begin} answered
   * @param file the same that it was given
   * @throws InvalidInput {@code state: not-ready} where it has been read already
   */
  @Transactional
  @Requires(Action.INCIDENT_IMPORT)
  public ImportView read(UUID id, byte[] file) {
    in(own(id), ImportState.READING);
    reader.read(id, file);
    ledger.append(entry(Verb.COLLECT, id));
    return own(id);
  }

  /** What has become of a file of the caller's, and what is wrong with it. */
  @Transactional
  @Requires(Action.INCIDENT_IMPORT)
  public ImportView find(UUID id) {
    ImportView view = own(id);
    ledger.append(
        Entry.listed(Action.INCIDENT_IMPORT.code(), List.of(id), List.<DataClass>of()).about(TYPE));
    return view;
  }

  /**
   * Announces that a file is going to be logged.
   *
   * @throws InvalidInput {@code state: not-ready} where something is wrong with it, or it has been
   *     logged
   */
  @Transactional
  @Requires(Action.INCIDENT_IMPORT)
  public void announce(UUID id) {
    in(own(id), ImportState.READY);
    imports.tell(id, ImportStep.LOGGING, 0, clock.instant());
    ledger.append(
        Entry.listed(Action.INCIDENT_IMPORT.code(), List.of(id), List.<DataClass>of()).about(TYPE));
  }

  /**
   * Logs every incident of a file at once.
   *
   * @throws InvalidInput {@code state: not-ready} where something is wrong with it, or it has been
   *     logged
   */
  @Transactional
  @Requires(Action.INCIDENT_IMPORT)
  public ImportView commit(UUID id) {
    in(own(id), ImportState.READY, ImportState.LOGGING);
    Instant now = clock.instant();
    int year = now.atZone(LONDON).getYear();
    int done = 0;
    Integer next;
    do {
      progress.tell(id, ImportStep.LOGGING, done, current.get());
      next = imports.commit(id, year, now, LOGGED_AT_ONCE);
      if (next == null) {
        throw new InvalidInput("state", "not-ready");
      }
      done += next;
    } while (next > 0);
    ledger.append(entry(Verb.COLLECT, id));
    return own(id);
  }

  /**
   * Forgets a file that has not been logged, and everything that was read of it.
   *
   * @throws InvalidInput {@code state: committed} where it has been logged, {@code working} while
   *     it is read or logged
   */
  @Transactional
  @Requires(Action.INCIDENT_IMPORT)
  public void discard(UUID id) {
    if (own(id).state().working()) {
      throw new InvalidInput("state", "working");
    }
    if (!imports.discard(id)) {
      throw new InvalidInput("state", "committed");
    }
    ledger.append(entry(Verb.ERASE, id));
  }

  private ImportView own(UUID id) {
    return imports
        .find(id, clock.instant().minus(SILENCE))
        .orElseThrow(
            () -> {
              refusals.record(Action.INCIDENT_IMPORT.code(), "not-visible", TYPE, null);
              return new NotFound();
            });
  }

  private static void in(ImportView file, ImportState... states) {
    if (!Arrays.asList(states).contains(file.state())) {
      throw new InvalidInput("state", "not-ready");
    }
  }

  private static Entry entry(Verb verb, UUID id) {
    return Entry.several(
            verb,
            Action.INCIDENT_IMPORT.code(),
            List.of(id),
            List.of(DataClass.D1, DataClass.D2, DataClass.D5))
        .about(TYPE);
  }
}
