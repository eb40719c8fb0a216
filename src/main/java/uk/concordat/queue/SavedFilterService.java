package uk.concordat.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.ListQuery;

/**
 * Lists that somebody keeps as they filtered them, at most twenty, for themselves alone. The ledger
 * says that one was kept, renamed or deleted, and not what it is called.
 */
@ApplicationScoped
public class SavedFilterService {
  private static final int MOST = 20;
  private static final int LONGEST = 60;

  @Inject SavedFilterRepository filters;
  @Inject AgencyRepository agencies;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;

  /** The caller's own, by name. */
  @Transactional
  @Requires(Action.FILTER_KEEP)
  public List<SavedFilter> list() {
    return filters.all();
  }

  /**
   * One of the caller's own.
   *
   * @throws NotFound where they have no such one
   */
  @Transactional
  @Requires(Action.FILTER_KEEP)
  public SavedFilter read(UUID id) {
    return own(id);
  }

  /**
   * Keeps a list as it is filtered; a reference and a place in it are not kept.
   *
   * @throws InvalidInput where the name is missing, too long or taken, the agency is none, or there
   *     are twenty already
   */
  @Transactional
  @Requires(Action.FILTER_KEEP)
  public SavedFilter save(String name, ListQuery shown) {
    filters.lock(current.get().subject());
    String called = checked(name, null);
    if (shown.from() != null && agencies.find(shown.from()).isEmpty()) {
      throw new InvalidInput("from", "unknown");
    }
    if (filters.all().size() >= MOST) {
      throw new InvalidInput("name", "too-many");
    }
    var filter = new SavedFilter(Ids.next(), called, SavedFilter.kept(shown));
    filters.add(filter);
    changed(Map.of(), Map.of("filter", filter.id()));
    return filter;
  }

  /**
   * Calls it something else.
   *
   * @throws NotFound where they have no such one
   * @throws InvalidInput where the name is missing, too long or taken
   */
  @Transactional
  @Requires(Action.FILTER_KEEP)
  public SavedFilter rename(UUID id, String name) {
    filters.lock(current.get().subject());
    SavedFilter before = own(id);
    String called = checked(name, id);
    filters.rename(id, called);
    changed(Map.of("filter", id), Map.of("filter", id));
    return new SavedFilter(id, called, before.list());
  }

  /**
   * Forgets it.
   *
   * @throws NotFound where they have no such one
   */
  @Transactional
  @Requires(Action.FILTER_KEEP)
  public void delete(UUID id) {
    own(id);
    filters.remove(id);
    changed(Map.of("filter", id), Map.of());
  }

  private SavedFilter own(UUID id) {
    return filters.find(id).orElseThrow(NotFound::new);
  }

  private String checked(String name, UUID own) {
    String called = name == null ? "" : name.strip();
    if (called.isEmpty()) {
      throw new InvalidInput("name", "required");
    }
    if (called.length() > LONGEST) {
      throw new InvalidInput("name", "too-long");
    }
    if (called.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("name", "invalid-character");
    }
    if (filters.all().stream()
        .anyMatch(one -> one.name().equals(called) && !one.id().equals(own))) {
      throw new InvalidInput("name", "taken");
    }
    return called;
  }

  private void changed(Map<String, Object> before, Map<String, Object> after) {
    ledger.append(
        Entry.of(
                Verb.ALTER,
                Action.FILTER_KEEP.code(),
                current.get().subject(),
                null,
                List.<DataClass>of())
            .about(Entry.STAFF)
            .changing(Entry.STAFF, new Change(before, after)));
  }
}
