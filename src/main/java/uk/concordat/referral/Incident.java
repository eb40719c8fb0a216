package uk.concordat.referral;

import java.util.List;

/**
 * What happened, where and when: data class D5.
 *
 * @param category code of list {@code category}
 * @param narrative in the words of whoever tells
 * @param locationType code of list {@code location-type}
 * @param place address, bus stop, platform: free text
 * @param perceivedBy codes of list {@code perceived-by}; never null
 */
public record Incident(
    String category,
    String narrative,
    Occurrence occurred,
    String locationType,
    String place,
    String postcode,
    List<String> perceivedBy) {
  static final Incident EMPTY =
      new Incident(null, null, Occurrence.UNKNOWN, null, null, null, List.of());

  /** Copies the codes. */
  public Incident {
    perceivedBy = List.copyOf(perceivedBy);
  }
}
