package uk.concordat.web.prosecution;

import java.util.Map;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyKind;
import uk.concordat.journey.Journey;
import uk.concordat.journey.JourneyStage;
import uk.concordat.journey.JourneyStep;
import uk.concordat.journey.Wait;
import uk.concordat.web.London;

/**
 * Says in words what a case came through.
 *
 * @param agencies by code
 */
record JourneyWords(Journey journey, Map<String, Agency> agencies) {

  /** For example "2 December 2026, Hertfordshire Constabulary". */
  String when(JourneyStep step) {
    return London.date(step.day()) + ", " + name(step.by());
  }

  /** How long it stood after a step, and for whom; null where it did not wait. */
  String waited(Wait wait) {
    if (wait.until().isEmpty()) {
      return wait.with() == null
          ? null
          : days(wait.days()) + " so far, waiting for " + name(wait.with());
    }
    return wait.days() == 0 ? null : days(wait.days()) + ", waiting for " + name(wait.with());
  }

  /** How long all of it took, and which wait was the longest, with names. */
  String whole() {
    return journey.days() == 0
        ? "It has waited for no day so far."
        : total()
            + journey
                .longest()
                .map(one -> " The longest wait" + span(one, name(one.with())))
                .orElse("");
  }

  /** The same without names, for those who are not to know whose case it is. */
  String anonymous() {
    return journey.days() == 0
        ? "It has waited for no day so far."
        : total()
            + journey
                .longest()
                .map(one -> " The longest wait" + span(one, kind(one.with())))
                .orElse("");
  }

  private String total() {
    return days(journey.days()) + (journey.lasts() ? " so far." : " from the first to the last.");
  }

  private String span(Wait one, String forWhom) {
    String end =
        one.until().map(step -> " to “" + step.stage().label() + "”").orElse(", and lasts");
    return ": "
        + days(one.days())
        + " for "
        + forWhom
        + ", from “"
        + one.after().stage().label()
        + "”"
        + end
        + ".";
  }

  /** What sort of body, for those who are not to know which. */
  String kind(String code) {
    Agency agency = code == null ? null : agencies.get(code);
    return agency == null ? "nobody" : kind(agency.kind());
  }

  private static String kind(AgencyKind kind) {
    return switch (kind) {
      case POLICE -> "the police";
      case CPS -> "prosecutors";
      case COUNCIL -> "the council";
      case NHS -> "the health service";
      case THIRD_PARTY -> "a reporting centre";
      case BOARD -> "the board";
    };
  }

  /** A sentence for the person who was harmed. */
  String plainly(JourneyStep step) {
    return "On " + London.date(step.day()) + " " + plainly(step.stage(), kind(step.by())) + ".";
  }

  private static String plainly(JourneyStage stage, String who) {
    return switch (stage) {
      case REPORTED -> who + " wrote down what happened to you";
      case SENT -> who + " passed your case on";
      case RECEIVED -> who + " received your case";
      case ACCEPTED -> who + " took your case on";
      case SUBMITTED -> who + " sent what they had found to prosecutors";
      case RETURNED -> who + " asked the police for more";
      case RESUBMITTED -> who + " sent prosecutors what they had asked for";
      case DECIDED -> who + " decided. Somebody tells you what they decided";
      case REOPENED -> who + " looked at the decision again, and it did not stand";
      case CHARGED -> who + " charged somebody";
      case DISPOSED -> who + " dealt with it without a court";
      case HEARD -> "there was a hearing at court";
      case ADJOURNED -> "a hearing at court was put off to another day";
      case ENDED -> "the case at court ended. Somebody tells you how";
    };
  }

  /** A sentence about a wait, for the person who was harmed; null where there was none. */
  String waitedPlainly(Wait wait) {
    if (wait.until().isEmpty()) {
      return wait.with() == null ? null : "Now it is for " + kind(wait.with()) + " to act.";
    }
    return wait.days() == 0
        ? null
        : "Then it was "
            + days(wait.days())
            + " until "
            + kind(wait.with())
            + " took the next step.";
  }

  private String name(String code) {
    Agency agency = code == null ? null : agencies.get(code);
    return agency == null ? "nobody" : agency.name();
  }

  static String days(long days) {
    return days == 1 ? "1 day" : days + " days";
  }
}
