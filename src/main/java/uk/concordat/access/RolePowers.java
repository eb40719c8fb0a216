package uk.concordat.access;

import java.util.List;

/**
 * What one role may do and see, as the role matrix says today.
 *
 * @param role its code
 * @param powers what it may do at all
 * @param sights what it sees of each data class by default
 */
public record RolePowers(String role, List<Power> powers, List<ClassSight> sights) {

  /**
   * One action.
   *
   * @param reach how far, in words
   */
  public record Power(Action action, String reach) {}

  /**
   * One data class, in words.
   *
   * @param drafting while they draft it
   * @param own where the caller started the record or works on it
   * @param sender where their agency sent it
   * @param recipient where their agency received it
   */
  public record ClassSight(
      DataClass dataClass, String drafting, String own, String sender, String recipient) {}
}
