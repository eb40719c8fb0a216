package uk.concordat.web.referral;

import java.time.Instant;
import uk.concordat.referral.Box;
import uk.concordat.referral.ReferralSummary;
import uk.concordat.web.ClockView;
import uk.concordat.web.London;

/** A referral in a list, in words. */
public class Row {
  private static final String FIRST_CONTACT = "Make first contact with ";

  private final ReferralSummary referral;
  private final Words words;
  private final ClockView clock;

  Row(ReferralSummary referral, Words words, Instant now) {
    this.referral = referral;
    this.words = words;
    this.clock = ClockView.of(referral.clock(), now);
  }

  /** Its reference. */
  public String getReference() {
    return referral.reference();
  }

  /** The person, or what stands for them. */
  public String getPerson() {
    if (referral.personKnown() == null) {
      return "Name withheld";
    }
    if (!referral.personKnown()) {
      return "Nobody named";
    }
    return referral.name() == null ? "Not given" : referral.name();
  }

  /** The agency that sent it. */
  public String getFrom() {
    return words.agency(referral.from());
  }

  /** The agency that gets it. */
  public String getTo() {
    return referral.to() == null ? "Nobody chosen yet" : words.agency(referral.to());
  }

  /** What the person was targeted for. */
  public String getStrands() {
    return referral.strands().isEmpty()
        ? "Not given"
        : String.join(", ", words.strands(referral.strands()));
  }

  /** Its status. */
  public String getStatus() {
    return referral.state().label();
  }

  /** Kind of tag of its status. */
  public String getTone() {
    return words.tone(referral.state());
  }

  /** High risk or risk to life, else null. */
  public String getUrgency() {
    return words.urgency(referral.urgency());
  }

  /** The time limit, or null. */
  public ClockView getClock() {
    return clock;
  }

  /** Class of its row. */
  public String getRowClass() {
    return clock == null || clock.getState().equals("ok") ? "" : "is-" + clock.getState();
  }

  /** Who works on it, as far as the caller may know. */
  public String getWith() {
    if (!referral.assigned()) {
      return "Nobody yet";
    }
    if (referral.withMe()) {
      return "You";
    }
    return referral.assigneeName() == null ? words.unit(referral.to()) : referral.assigneeName();
  }

  /** When it last changed. */
  public String getChanged() {
    return London.dateTime(referral.changedAt());
  }

  /** Whether it is among what is acknowledged or assigned, by whoever may. */
  public boolean isChoosable() {
    return referral.box() == Box.INBOX
        && switch (referral.state()) {
          case SUBMITTED, ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_RECORDED -> true;
          default -> false;
        };
  }

  /** Where it opens. */
  public String getHref() {
    return "/referral/referral.xhtml?ref=" + referral.reference();
  }

  private String about() {
    if (referral.name() != null) {
      return referral.name();
    }
    String who =
        referral.personKnown() == null ? "somebody whose name is withheld" : "an unnamed person";
    return who + ", " + referral.reference();
  }

  /** What is to be done with it, as a heading. */
  public String getTask() {
    String about = about();
    boolean contact = Progress.firstContact(referral.clock());
    return switch (referral.state()) {
      case DRAFT -> "Finish the draft about " + about;
      case SUBMITTED -> "Acknowledge the referral about " + about;
      case RECEIVED -> "Decide on the referral about " + about;
      case ACCEPTED -> contact ? FIRST_CONTACT + about : "Start work for " + about;
      case INFO_REQUESTED ->
          (referral.box() == Box.INBOX
                  ? "Wait for the answer about "
                  : "Answer the question about ")
              + about;
      case IN_PROGRESS -> contact ? FIRST_CONTACT + about : "Go on with the work for " + about;
      case ON_HOLD -> "Look again at the referral about " + about;
      case OUTCOME_RECORDED ->
          (referral.outcomeOwed() ? "Tell what came of it: " : "Close the referral about ") + about;
      case REJECTED -> "Read why it was not taken on: " + about;
      case CLOSED, WITHDRAWN, REDIRECTED, DUPLICATE, CANCELLED_IN_ERROR ->
          "Read how it ended: " + about;
    };
  }
}
