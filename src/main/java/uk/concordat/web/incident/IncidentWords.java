package uk.concordat.web.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.access.DataClass;
import uk.concordat.incident.IncidentView;
import uk.concordat.incident.Place;
import uk.concordat.referral.Occurrence;
import uk.concordat.web.referral.Words;

/**
 * An incident in words.
 *
 * @param incident as its reader may see it
 * @param words says codes in the words of today's lists
 */
public record IncidentWords(IncidentView incident, Words words) {

  /** When it happened; null where it is not known or withheld. */
  public String when() {
    Occurrence occurred = incident.content().account().occurred();
    return words.when(occurred);
  }

  /** Where it happened, in one line; null where it is not known or withheld. */
  public String where() {
    Place place = incident.content().account().place();
    String line =
        Stream.of(
                place.platform(),
                place.address(),
                words.label("ward", place.ward()),
                place.postcode(),
                place.uprn() == null ? null : "property number " + place.uprn())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return line.isEmpty() ? null : line;
  }

  /** Kind of place. */
  public String locationType() {
    return words.label("location-type", incident.content().account().place().locationType());
  }

  /** Kind of incident. */
  public String category() {
    return words.label("category", incident.content().account().category());
  }

  /** What somebody was targeted for, the characteristics outside of the national return too. */
  public String targeted() {
    List<String> all = new ArrayList<>(words.strands(incident.strands()));
    incident.others().forEach(code -> all.add(words.label("characteristic", code)));
    return String.join(", ", all);
  }

  /** Who believes it. */
  public String perceivedBy() {
    return words.labels("perceived-by", incident.content().account().perceivedBy());
  }

  /** Who was harmed, for a heading. */
  public String name() {
    Boolean known = incident.content().person().known();
    if (!incident.shown().contains(DataClass.D2)) {
      return "Name withheld";
    }
    String name = incident.content().person().name();
    return Boolean.TRUE.equals(known) && name != null ? name : "Nobody named";
  }
}
