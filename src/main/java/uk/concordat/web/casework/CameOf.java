package uk.concordat.web.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.concordat.casework.CrimeOutcome;
import uk.concordat.web.London;

/**
 * What came of a crime for one suspect, in words, with all that such an outcome needs.
 *
 * @param outcome as it was recorded
 */
record CameOf(CrimeOutcome outcome) {
  /** Days end in this. */
  private static final String DAY = "On";

  private static final List<String> ORDER =
      List.of(
          "chargedOn",
          "urn",
          "aggravatedLost",
          "suspectAge",
          "diedOn",
          "whoCannot",
          "limitationOn",
          "learningOwner",
          "receivingBody",
          "activity",
          "victimView",
          "view",
          "statementOn",
          "supervisor",
          "supervisorReason");
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("chargedOn", "Charged"),
          Map.entry("urn", "Unique reference number"),
          Map.entry("aggravatedLost", "The aggravated offence"),
          Map.entry("suspectAge", "Age of the suspect"),
          Map.entry("diedOn", "Died"),
          Map.entry("whoCannot", "Who has died or is too ill"),
          Map.entry("limitationOn", "The time limit expired"),
          Map.entry("learningOwner", "Who sees to the learning review"),
          Map.entry("receivingBody", "Which agency takes it on"),
          Map.entry("activity", "Activity"),
          Map.entry("victimView", "View of the person harmed"),
          Map.entry("view", "How their view was obtained"),
          Map.entry("statementOn", "Their statement"),
          Map.entry("supervisor", "Supervisor"),
          Map.entry("supervisorReason", "Why the supervisor agreed"));

  /** The outcome and its day, why it superseded another, and a line for each detail. */
  String text() {
    String suspect =
        outcome.suspect() == null
            ? "Nobody identified: "
            : "Suspect %d: ".formatted(outcome.suspect());
    String why = outcome.reason() == null ? "" : " " + outcome.reason();
    return suspect
        + outcome.type()
        + ". "
        + outcome.label()
        + ". Decided on "
        + London.date(outcome.outcomeOn())
        + "."
        + why
        + details();
  }

  private String details() {
    return ORDER.stream()
        .filter(outcome.details()::containsKey)
        .map(field -> "\n" + NAMES.get(field) + ": " + said(field))
        .collect(Collectors.joining());
  }

  private String said(String field) {
    String value = outcome.details().get(field);
    return field.endsWith(DAY) ? London.date(LocalDate.parse(value)) : value;
  }
}
