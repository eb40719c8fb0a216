package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.referral.FileReferral;

/**
 * The prosecutors' desk: the files of their unit that wait for them, what runs out first before the
 * rest. Each reading is one transaction and in the ledger with the files that it showed.
 */
@ApplicationScoped
public class DeskService {
  @Inject DeskRepository desk;
  @Inject Prosecuting prosecuting;

  /**
   * A page of the files at the caller's unit that they see by a part of their own.
   *
   * @param after where the page before ended; null for the first
   * @param limit how many at most
   */
  @Transactional
  @Requires(Action.REVIEW_DECIDE)
  public Desk list(DeskView view, DeskCursor after, int limit) {
    var found = desk.files(view, after, limit + 1, prosecuting.today());
    var page = found.files().subList(0, Math.min(limit, found.files().size()));
    Map<UUID, FileReferral> referrals =
        prosecuting.readable(page.stream().map(one -> one.item().referral()).toList());
    List<DeskItem> items =
        page.stream()
            .map(DeskRepository.Placed::item)
            .filter(item -> own(referrals.get(item.referral())))
            .map(item -> shown(item, referrals.get(item.referral())))
            .toList();
    prosecuting.listed(items.stream().map(DeskItem::referral).toList(), classes(items));
    return new Desk(
        items,
        found.count(),
        found.files().size() > limit
            ? Optional.of(page.get(page.size() - 1).place())
            : Optional.empty());
  }

  private boolean own(FileReferral referral) {
    return referral != null
        && referral.advice()
        && referral.to().equals(prosecuting.caller().agency());
  }

  /** The first wall: a limit of a class that the gate withholds is not there. */
  private static DeskItem shown(DeskItem item, FileReferral referral) {
    return new DeskItem(
        item.referral(),
        item.reference(),
        item.kind(),
        item.priority(),
        item.urgency(),
        item.states(),
        item.assigned(),
        item.limits().stream().filter(one -> referral.shows(dataClass(one.kind()))).toList(),
        referral.shows(DataClass.D5) ? item.lapsed() : null);
  }

  private static Set<DataClass> classes(List<DeskItem> items) {
    Set<DataClass> classes = EnumSet.of(DataClass.D1);
    for (DeskItem item : items) {
      item.limits().forEach(one -> classes.add(dataClass(one.kind())));
      if (item.lapsed() != null) {
        classes.add(DataClass.D5);
      }
    }
    return classes;
  }

  private static DataClass dataClass(DeskLimit.Kind kind) {
    return switch (kind) {
      case CUSTODY -> DataClass.D7;
      case STATUTORY -> DataClass.D5;
      case SERVICE_LEVEL -> DataClass.D1;
    };
  }
}
