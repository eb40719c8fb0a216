package uk.concordat.queue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import uk.concordat.referral.Move;

/**
 * The moves that can be made of many referrals at once: those that judge none of them. Whether one
 * is taken on is decided on its own page.
 */
public enum BulkMove {
  ACKNOWLEDGE(Move.ACKNOWLEDGE),
  ASSIGN(Move.ASSIGN);

  private final Move move;

  BulkMove(Move move) {
    this.move = move;
  }

  /** The move that is made of each. */
  public Move move() {
    return move;
  }

  /** The name in addresses, for example {@code acknowledge}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The move of that name; empty where there is none. */
  public static Optional<BulkMove> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
