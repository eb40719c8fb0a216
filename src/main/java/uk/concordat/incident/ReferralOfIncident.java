package uk.concordat.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.codelist.CodeLists;
import uk.concordat.kernel.Urgency;
import uk.concordat.referral.Compartment;
import uk.concordat.referral.Further;
import uk.concordat.referral.ReferralContent;

/**
 * What a referral begins with that is made of an incident: everything that was written down, so
 * that nothing is typed twice. What has no field of its own there goes below the account.
 *
 * @param lists of today, for codes that a referral holds as text
 */
record ReferralOfIncident(CodeLists lists) {
  private static final int PARAGRAPH = 2_000;
  private static final int NARRATIVE = 20_000;

  /**
   * @param to code of the receiver; null leaves it open
   */
  ReferralContent of(IncidentView incident, String to) {
    Account account = incident.content().account();
    return new ReferralContent(
        to,
        Urgency.STANDARD,
        incident.strands(),
        new uk.concordat.referral.Incident(
            open("category", account.category()),
            narrative(incident, account),
            account.occurred(),
            open("location-type", account.place().locationType()),
            place(account.place()),
            account.place().postcode(),
            account.perceivedBy().stream()
                .filter(code -> lists.has("perceived-by", code))
                .toList()),
        incident.content().person(),
        ReferralContent.EMPTY.needs(),
        suspect(incident),
        ReferralContent.EMPTY.footing());
  }

  /** Null for a code that is not offered any more: somebody chooses another. */
  private String open(String list, String code) {
    return lists.has(list, code) ? code : null;
  }

  private String place(Place place) {
    String line =
        Stream.of(
                place.platform(),
                place.address(),
                lists.label("ward", place.ward()),
                place.uprn() == null ? null : "property number " + place.uprn())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    String whole = line.isEmpty() ? place.postcode() : line;
    return whole == null ? null : whole.substring(0, Math.min(whole.length(), PARAGRAPH));
  }

  private String narrative(IncidentView incident, Account account) {
    List<String> noted = new ArrayList<>();
    if (Boolean.TRUE.equals(account.repeat()) || incident.repeatLinked()) {
      noted.add("It has happened before.");
    }
    if (Boolean.TRUE.equals(account.escalation())) {
      noted.add("It is getting worse.");
    }
    if (!incident.others().isEmpty()) {
      noted.add(
          incident.others().stream()
              .map(code -> lists.label("characteristic", code))
              .collect(Collectors.joining(", ", "Targeted for something else: ", ".")));
    }
    String notes = "\n\n" + String.join(" ", noted);
    boolean fits =
        account.narrative() != null && account.narrative().length() + notes.length() <= NARRATIVE;
    return noted.isEmpty() || !fits ? account.narrative() : account.narrative() + notes;
  }

  /** Whom the decision that stands does not let go on stays behind. */
  private static Further suspect(IncidentView incident) {
    if (!incident.suspectGoesOn()) {
      return Further.NOTHING;
    }
    Suspect suspect = incident.suspect();
    Map<String, String> texts = new HashMap<>();
    texts.put("name", suspect.name());
    texts.put("dateOfBirth", Objects.toString(suspect.dateOfBirth(), null));
    texts.put("description", suspect.description());
    return Further.NOTHING.with(Compartment.SUSPECT, texts);
  }
}
