package uk.concordat.web.referral;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.concordat.agency.Agency;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;
import uk.concordat.referral.Incident;
import uk.concordat.referral.Move;
import uk.concordat.referral.Occurrence;
import uk.concordat.referral.ReferralOptions;
import uk.concordat.referral.ReferralState;
import uk.concordat.web.London;

/**
 * Says a referral's codes in words.
 *
 * @param options the lists of today
 */
public record Words(ReferralOptions options) {

  /** Name of an agency; null for null. */
  public String agency(String code) {
    Agency agency = code == null ? null : options.agencies().get(code);
    return agency == null ? code : agency.name();
  }

  /** Unit of an agency that receives referrals. */
  public String unit(String code) {
    Agency agency = code == null ? null : options.agencies().get(code);
    return agency == null ? null : agency.unit();
  }

  /** Role and agency, as the history names people. */
  public String who(String role, String agency) {
    return options.roleNames().getOrDefault(role, role) + ", " + agency(agency);
  }

  /** Label of a code. */
  public String label(String list, String code) {
    return options.lists().label(list, code);
  }

  /** Label and, in brackets, hint: for legal codes the article or section. */
  public String legal(String list, String code) {
    String hint = code == null ? null : options.lists().hint(list, code);
    return hint == null ? label(list, code) : label(list, code) + " (" + hint + ")";
  }

  /** Labels of several codes. */
  public String labels(String list, List<String> codes) {
    return codes.stream().map(code -> label(list, code)).collect(Collectors.joining(", "));
  }

  /** Strands in their order. */
  public List<String> strands(Set<Strand> strands) {
    return strands.stream().sorted(Comparator.naturalOrder()).map(Strand::label).toList();
  }

  /** Strands in their order, in one line; empty where there are none. */
  public String targeted(Set<Strand> strands) {
    return String.join(", ", strands(strands));
  }

  /** The urgency where it is not the ordinary one; else null. */
  public String urgency(Urgency urgency) {
    return urgency == Urgency.STANDARD ? null : urgency.label();
  }

  /** Kind of status tag of a state. */
  public String tone(ReferralState state) {
    return switch (state) {
      case DRAFT -> "plain";
      case SUBMITTED -> "new";
      case RECEIVED -> "wait";
      case INFO_REQUESTED, ON_HOLD -> "wait";
      case ACCEPTED, IN_PROGRESS, OUTCOME_RECORDED -> "go";
      case CLOSED, WITHDRAWN, REJECTED, REDIRECTED, DUPLICATE, CANCELLED_IN_ERROR -> "plain";
    };
  }

  /** Heading of a move in the history. */
  public String move(Move move, String unit) {
    return move == Move.SUBMIT ? "Sent to " + unit : move.label();
  }

  /** When it happened, exactly or as a range; null where it is not known. */
  public String when(Incident incident) {
    return when(incident.occurred());
  }

  /** The same of any occurrence. */
  public String when(Occurrence when) {
    if (when.fromDate() == null) {
      return null;
    }
    String from = moment(London.date(when.fromDate()), London.time(when.fromTime()));
    return when.toDate() == null
        ? from
        : "Between "
            + from
            + " and "
            + moment(London.date(when.toDate()), London.time(when.toTime()));
  }

  private static String moment(String day, String time) {
    return time == null ? day : day + ", about " + time;
  }

  /** Where it happened with its postcode; null where it is not known. */
  public String where(Incident incident) {
    if (incident.postcode() == null) {
      return incident.place();
    }
    return incident.place() == null
        ? incident.postcode()
        : incident.place() + ", " + incident.postcode();
  }

  /** Yes, no, or null. */
  public String yesNo(Boolean answer) {
    return answer == null ? null : answer ? "Yes" : "No";
  }
}
