package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Permissions;
import uk.concordat.access.Requires;
import uk.concordat.access.Scope;
import uk.concordat.agency.StaffPost;
import uk.concordat.agency.StaffRepository;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.TrailCursor;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;

/**
 * Reading the ledger, which is itself in it. It may be used for the four purposes of DPA 2018
 * s.62(4) only; there are no figures about anybody's work here.
 */
@ApplicationScoped
public class TrailService {
  private static final String TYPE = "ledger";

  /** Its governance reads the ledger of all agencies. */
  private static final String BOARD = "BOARD";

  private static final UUID NO_RECORD = new UUID(0, 0);

  @Inject TrailRepository entries;
  @Inject TrailNameRepository names;
  @Inject StaffRepository staff;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject Permissions permissions;
  @Inject CurrentCaller caller;
  @Inject Clock clock;

  /**
   * Entries of the caller's agency and those about what it was sent, newest first; whoever does not
   * govern it finds their own. Unless it is narrowed to a person or a record, the last 31 days are
   * read, and at most a year at a time.
   *
   * @throws uk.concordat.kernel.InvalidInput where more is asked for
   */
  @Transactional
  @Requires(Action.AUDIT_READ)
  public Trail entries(TrailQuery query) {
    if (!governs()) {
      Caller own = caller.get();
      var theirs = new TrailQuery(query.filter().by(own.subject()), query.before(), query.limit());
      return read(theirs, own.agency(), Action.AUDIT_READ);
    }
    return read(
        query,
        BOARD.equals(caller.get().agency()) ? null : caller.get().agency(),
        Action.AUDIT_READ);
  }

  /**
   * The same for those only who govern it.
   *
   * @param called what people call the record that entries are to be about: its reference or its
   *     number in the ledger; null for any. Where the caller knows of no such record, no entry is
   *     about it, whether it exists or not.
   * @throws NotFound for everybody else
   */
  @Transactional
  @Requires(Action.AUDIT_READ)
  public Trail governed(TrailQuery query, String called) {
    if (!governs()) {
      throw refused(Action.AUDIT_READ);
    }
    return entries(
        called == null
            ? query
            : new TrailQuery(query.filter().about(named(called)), query.before(), query.limit()));
  }

  /**
   * The colleagues by whom it can be narrowed, by name, those who are suspended too. Nothing of the
   * ledger is shown.
   */
  @Transactional
  @Requires(Action.AUDIT_READ)
  public List<StaffPost> colleagues() {
    return governs() ? staff.posts() : List.of();
  }

  /**
   * What the caller did, newest first.
   *
   * @param before where the page before ended; null for the newest
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Trail own(TrailCursor before, int limit) {
    var own = new TrailQuery(TrailFilter.of(caller.get().subject()), before, limit);
    return read(own, null, Action.SESSION_READ);
  }

  /**
   * One entry: of the caller's own, or of those that they govern.
   *
   * @throws NotFound where there is none such
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Trail entry(UUID id) {
    Optional<TrailEntry> found = entries.find(id).filter(this::readable);
    boolean own =
        found.map(entry -> entry.actor().equals(caller.get().subject())).orElse(!governs());
    Action action = own ? Action.SESSION_READ : Action.AUDIT_READ;
    return shown(List.of(found.orElseThrow(() -> refused(action))), action);
  }

  private UUID named(String called) {
    return RecordNumber.parse(called)
        .map(number -> entries.numbered(number.digits()))
        .orElseGet(
            () -> Reference.parse(called).flatMap(reference -> entries.known(reference.text())))
        .orElse(NO_RECORD);
  }

  private boolean governs() {
    return permissions.scopes(caller.get().role(), Action.AUDIT_READ).contains(Scope.AGENCY);
  }

  private boolean readable(TrailEntry entry) {
    String agency = caller.get().agency();
    return entry.actor().equals(caller.get().subject())
        || governs()
            && (BOARD.equals(agency)
                || agency.equals(entry.agency())
                || entry.recipients().contains(agency));
  }

  private Trail read(TrailQuery query, String agency, Action action) {
    TrailFilter filter = query.filter().plain().within(clock.instant());
    return shown(
        entries.find(new TrailQuery(filter, query.before(), query.limit()), agency), action);
  }

  private Trail shown(List<TrailEntry> found, Action action) {
    ledger.append(
        Entry.listed(
                action.code(), found.stream().map(TrailEntry::id).toList(), Set.of(DataClass.D17))
            .about(TYPE));
    return new Trail(found, names.of(found));
  }

  private NotFound refused(Action action) {
    refusals.record(action.code(), "not-visible", TYPE, null);
    return new NotFound();
  }
}
