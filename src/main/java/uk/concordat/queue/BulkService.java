package uk.concordat.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.Requires;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;

/**
 * Begins to make a move of many referrals, and says what became of it. What is done to each of them
 * stands in the ledger with that referral: by itself this shows and changes no record.
 */
@ApplicationScoped
public class BulkService {
  private static final int MOST = 100;

  @Inject BulkRepository runs;

  /**
   * Keeps what shall be done, before any of it is.
   *
   * @param run the same again is the same
   * @return false where it has begun already, so that nothing is done twice
   * @throws InvalidInput where none is chosen, or more than a hundred
   */
  @Transactional
  @Requires(Action.REFERRAL_READ)
  boolean begin(UUID run, BulkOrder order) {
    if (order.choices().isEmpty()) {
      throw new InvalidInput("ref", "none-chosen");
    }
    if (order.choices().size() > MOST) {
      throw new InvalidInput("ref", "too-many");
    }
    return runs.begin(run, order.move(), order.choices());
  }

  /**
   * What became of each.
   *
   * @throws NotFound where the caller began no such thing
   */
  @Transactional
  @Requires(Action.REFERRAL_READ)
  public BulkRun result(UUID id) {
    return runs.find(id).orElseThrow(NotFound::new);
  }
}
