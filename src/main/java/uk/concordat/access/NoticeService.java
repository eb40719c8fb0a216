package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.kernel.NotFound;

/** What a caller should know: who asks for what, what was decided, which glass was broken. */
@ApplicationScoped
public class NoticeService {
  private static final int MOST = 50;
  private static final String TYPE = "notice";

  @Inject NoticeRepository notices;
  @Inject Ledger ledger;
  @Inject Refusals refusals;

  /** The caller's, newest first, at most 50. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public List<Notice> list() {
    notices.escalate();
    List<Notice> newest = notices.newest(MOST);
    record(newest.stream().map(Notice::id).toList());
    return newest;
  }

  /**
   * Opens one, which then counts as seen by the caller; colleagues who got the same see it for
   * themselves.
   *
   * @throws NotFound where it is not the caller's
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Notice open(UUID id) {
    Notice notice =
        notices
            .find(id)
            .orElseThrow(
                () -> {
                  refusals.record(Action.SESSION_READ.code(), "not-visible", TYPE, null);
                  return new NotFound();
                });
    notices.seen(id);
    record(List.of(id));
    return notice;
  }

  private void record(List<UUID> shown) {
    ledger.append(Entry.listed(Action.SESSION_READ.code(), shown, Set.<DataClass>of()).about(TYPE));
  }
}
