package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.SecurityLog;
import uk.concordat.audit.Verb;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;

/**
 * The ledger month by month, for governance: what there is, and signed exports of it, which go out
 * for one of the uses that DPA 2018 s.62(4) and (5) know.
 */
@ApplicationScoped
public class LedgerMonthService {
  /** What entries about a month say that they are about. */
  static final String TYPE = "ledger-month";

  private static final String USES = "ledger-use";
  private static final String COMMISSIONER = "COMMISSIONER";

  /** Who receives what leaves the controllers, where that is no agency of ours. */
  private static final String RECIPIENT = "INFORMATION_COMMISSIONER";

  @Inject MonthRepository months;
  @Inject LedgerExport export;
  @Inject CodeListRepository codeLists;
  @Inject Ledger ledger;
  @Inject SecurityLog security;
  @Inject Clock clock;

  /**
   * All months so far, the newest first. Sizes and dates only, so that it goes to the security log.
   */
  @Transactional
  @Requires(Action.AUDIT_EXPORT)
  public List<LedgerMonth> all() {
    security.append(SecurityEvent.CHECKPOINT_READ, "months");
    return months.upTo(now());
  }

  /**
   * Writes a month into a file: in full what the caller's agency did or was sent, by its hash alone
   * what others did. The file is there only once its entry in the ledger is.
   *
   * @param use why, as a code of the list {@code ledger-use}
   * @param to an empty file, which is filled
   * @throws NotFound where the ledger has nothing of that month
   * @throws InvalidInput where the use is none
   */
  @Transactional
  @Requires(Action.AUDIT_EXPORT)
  public void export(YearMonth wanted, String use, Path to) {
    if (use == null || !codeLists.today().has(USES, use)) {
      throw new InvalidInput("use", use == null ? "required" : "unknown");
    }
    LedgerMonth month =
        months
            .find(wanted, now())
            .filter(found -> found.leaves().size() > 0)
            .orElseThrow(NotFound::new);
    try (OutputStream out = Files.newOutputStream(to)) {
      export.write(month.leaves(), out);
    } catch (IOException notWritten) {
      throw new UncheckedIOException(notWritten);
    }
    Entry entry =
        Entry.of(Verb.CONSULT, Action.AUDIT_EXPORT.code(), month.id(), null, Set.of(DataClass.D17))
            .about(TYPE)
            .forUse(use);
    ledger.append(
        use.equals(COMMISSIONER) ? entry.disclosedTo(RECIPIENT, List.of(), use, null) : entry);
  }

  private YearMonth now() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }
}
