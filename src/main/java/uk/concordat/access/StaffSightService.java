package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.access.StaffSight.Seen;
import uk.concordat.access.StaffSight.Source;
import uk.concordat.agency.StaffPost;
import uk.concordat.agency.StaffRepository;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.NotFound;

/**
 * What could this person see? Information governance asks it of its own agency's staff, and gets
 * headers, never content (domain.md 7.4). Each method throws {@link NotFound} where there is no
 * such colleague, which is a refusal in the ledger.
 */
@ApplicationScoped
public class StaffSightService {
  private static final int MOST = 100;

  @Inject StaffRepository staff;
  @Inject SightRepository sights;
  @Inject RoleMatrix matrix;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  /** The staff of the caller's agency with their posts, by name. */
  @Transactional
  @Requires(Action.SIGHT_READ)
  public List<StaffPost> staff() {
    List<StaffPost> posts = staff.posts().stream().filter(this::own).toList();
    ledger.append(
        Entry.listed(
                Action.SIGHT_READ.code(),
                posts.stream().map(StaffPost::subject).toList(),
                List.<DataClass>of())
            .about(Entry.STAFF));
    return posts;
  }

  /** What a colleague of that identity could see today. */
  @Transactional
  @Requires(Action.SIGHT_READ)
  public StaffSight sight(UUID subject) {
    return sight(staff.post(subject));
  }

  private boolean own(StaffPost post) {
    return post.agency().equals(current.get().agency());
  }

  private StaffSight sight(Optional<StaffPost> found) {
    if (found.filter(this::own).isEmpty()) {
      refusals.record(Action.SIGHT_READ.code(), "not-visible", Entry.STAFF, null);
      throw new NotFound();
    }
    StaffPost post = found.get();
    List<Seen> records = sights.records(post.subject());
    List<Seen> newest = records.stream().limit(MOST).toList();
    record(post, newest);
    return new StaffSight(
        post,
        post.roles().stream().map(matrix::of).toList(),
        counts(records),
        records.size(),
        newest,
        sights.grants(post.subject()),
        sights.exclusions(post.subject()));
  }

  /** Of the person looked at, and of each record whose header was shown. */
  private void record(StaffPost post, List<Seen> shown) {
    String action = Action.SIGHT_READ.code();
    ledger.append(
        Entry.of(Verb.CONSULT, action, post.subject(), null, List.<DataClass>of())
            .about(Entry.STAFF));
    if (!shown.isEmpty()) {
      ledger.append(
          Entry.listed(action, shown.stream().map(Seen::record).toList(), List.of(DataClass.D1)));
    }
  }

  private static Map<Source, Integer> counts(List<Seen> records) {
    Map<Source, Integer> counts = new EnumMap<>(Source.class);
    records.forEach(
        seen -> seen.sources().forEach(source -> counts.merge(source, 1, Integer::sum)));
    return counts;
  }
}
