package uk.concordat.incident;

import java.util.List;
import uk.concordat.referral.Occurrence;

/**
 * What happened, where and when: data class D5.
 *
 * @param category code of list {@code category}
 * @param narrative in the words of whoever tells
 * @param perceivedBy codes of list {@code perceived-by}; never null
 * @param repeat whether it has happened to them or there before; null where nobody knows
 * @param escalation whether it is getting worse; null where nobody knows
 */
public record Account(
    String category,
    String narrative,
    Occurrence occurred,
    Place place,
    List<String> perceivedBy,
    Boolean repeat,
    Boolean escalation) {
  static final Account EMPTY =
      new Account(null, null, Occurrence.UNKNOWN, Place.UNKNOWN, List.of(), null, null);

  /** Copies the codes. */
  public Account {
    perceivedBy = List.copyOf(perceivedBy);
  }

  /** The same at another time. */
  public Account withOccurred(Occurrence occurred) {
    return new Account(category, narrative, occurred, place, perceivedBy, repeat, escalation);
  }

  /** The same in another place. */
  public Account withPlace(Place place) {
    return new Account(category, narrative, occurred, place, perceivedBy, repeat, escalation);
  }

  /** The same as others perceive it. */
  public Account withPerceivedBy(List<String> perceivedBy) {
    return new Account(category, narrative, occurred, place, perceivedBy, repeat, escalation);
  }
}
