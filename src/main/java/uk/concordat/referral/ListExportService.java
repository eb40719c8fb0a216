package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Permissions;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.access.StepUp;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.InvalidInput;

/** Takes the caller's own list out of Concordat as a file (ADR 34). */
@ApplicationScoped
public class ListExportService {
  /** A longer one is narrowed first: each row is asked for by itself. */
  public static final int MOST = 1_000;

  private static final String PURPOSES = "purpose";

  @Inject ExportableList list;
  @Inject Permissions permissions;
  @Inject CodeListRepository codeLists;
  @Inject StepUp stepUp;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  /**
   * Goes on only for those who could export a list, and have just proved who they are.
   *
   * @throws Refused where the caller exports nothing, or leads no team where only leads do
   * @throws uk.concordat.access.StepUpNeeded without a fresh second factor
   */
  @Transactional
  @Requires(Action.EXPORT_CASE)
  public void prepare() {
    onlyWhoMay();
  }

  /**
   * Writes into a file those rows of the list that the caller may export; the first row says how
   * many are left out. The file is whole only once its entry in the ledger is.
   *
   * @param query as of the list itself; its limit and place do not count
   * @param purpose what for, as a code of the list {@code purpose}
   * @param to an empty file, which is filled
   * @throws InvalidInput where the purpose is none, or the list is longer than {@link #MOST}
   * @throws Refused as {@link #prepare}
   * @throws uk.concordat.access.StepUpNeeded without a fresh second factor
   */
  @Transactional
  @Requires(Action.EXPORT_CASE)
  public void export(ListQuery query, String purpose, Path to) {
    onlyWhoMay();
    if (purpose == null || !codeLists.today().has(PURPOSES, purpose)) {
      throw new InvalidInput("purpose", purpose == null ? "required" : "unknown");
    }
    ExportableList.Rows rows = list.rows(query.limitedTo(MOST));
    Caller caller = current.get();
    String handling =
        "OFFICIAL-SENSITIVE - PERSONAL DATA. Taken from Concordat by %s. Keep with the case papers or destroy. Referrals in this file: %d; on your list, but not yours to export: %d."
            .formatted(caller.agency(), rows.taken().size(), rows.left());
    try (OutputStream out = Files.newOutputStream(to)) {
      ListFile.write(handling, rows.taken(), out);
    } catch (IOException notWritten) {
      throw new UncheckedIOException(notWritten);
    }
    ledger.append(entry(rows.taken()).disclosedTo(caller.agency(), List.of(), purpose, null));
  }

  private static Entry entry(List<ReferralSummary> rows) {
    List<UUID> named =
        rows.stream().filter(row -> row.name() != null).map(ReferralSummary::id).toList();
    return Entry.listed(
            Action.EXPORT_CASE.code(),
            rows.stream().map(ReferralSummary::id).toList(),
            named.isEmpty() ? Set.of(DataClass.D1) : Set.of(DataClass.D1, DataClass.D2))
        .showing(named);
  }

  /**
   * Whoever exports what somebody else asked for, without a list of their own, does it elsewhere.
   */
  private void onlyWhoMay() {
    Caller caller = current.get();
    if (!permissions.has(caller.role(), Action.REFERRAL_READ)
        || !permissions.reaches(caller, Action.EXPORT_CASE)) {
      refusals.record(
          Action.EXPORT_CASE.code(),
          permissions.has(caller.role(), Action.REFERRAL_READ)
              ? "leads-no-team"
              : "role-lacks-action",
          null);
      throw new Refused(Action.EXPORT_CASE);
    }
    stepUp.require(Action.EXPORT_CASE);
  }
}
