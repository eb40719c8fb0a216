package uk.concordat.web.referral;

import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.referral.Contact;
import uk.concordat.referral.Incident;
import uk.concordat.referral.InfoRequest;
import uk.concordat.referral.Needs;
import uk.concordat.referral.Person;
import uk.concordat.referral.ReferralExport;
import uk.concordat.referral.ReferralOptions;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.London;
import uk.concordat.web.paper.Paper;

/**
 * Composes the paper of a referral: the words of its page, part by part, and no more than those.
 */
final class ReferralPaper {
  private static final String MARKING = "OFFICIAL-SENSITIVE – PERSONAL DATA";

  private static final String SYNTHETIC = " – SYNTHETIC, NOBODY HERE IS REAL";

  private final ReferralExport export;
  private final ReferralView referral;
  private final ReferralOptions options;
  private final Words words;
  private final Paper paper;

  private ReferralPaper(ReferralExport export, ReferralOptions options, boolean demo) {
    this.export = export;
    this.options = options;
    referral = export.referral();
    words = new Words(options);
    paper = new Paper("Referral " + referral.reference(), marking(demo), origin(export, words));
  }

  /** How what is taken out must be handled, and whether it is invented. */
  static String marking(boolean demo) {
    return demo ? MARKING + SYNTHETIC : MARKING;
  }

  /**
   * Composes it.
   *
   * @param demo whether the data are invented, which every page then says
   */
  static Paper of(ReferralExport export, ReferralOptions options, boolean demo) {
    var composed = new ReferralPaper(export, options, demo);
    composed.header();
    composed.person();
    composed.incident();
    composed.parts();
    composed.footing();
    composed.questions();
    composed.contacts();
    composed.timeline();
    composed.withheld();
    return composed.paper;
  }

  /** Who took it out, from where and when. */
  static String origin(ReferralExport export, Words words) {
    return "Taken out of Concordat by %s, %s, on %s"
        .formatted(export.by(), words.options().own().name(), London.dateTime(export.at()));
  }

  private void header() {
    paper
        .line("From", words.agency(referral.from()))
        .line("To", words.agency(referral.to()))
        .line("Status", referral.state().label())
        .line("Urgency", words.urgency(referral.urgency()))
        .line("Strand", words.targeted(referral.strands()))
        .line("Sent", London.dateTime(referral.submittedAt()))
        .line("With", referral.assignee());
  }

  private void person() {
    if (Boolean.FALSE.equals(referral.personKnown())) {
      paper.part("The person harmed").say("Nobody is named.");
      return;
    }
    paper.part("The person harmed");
    Person person = referral.person();
    if (person != null) {
      paper
          .line("Name", person.name())
          .line("Born", London.date(person.dateOfBirth()))
          .line("Address", person.address());
    }
    Needs needs = referral.needs();
    if (needs != null) {
      paper
          .line("Safe contact", words.label("contact-method", needs.contactMethod()))
          .line("Number or address", needs.contactDetail())
          .line("What makes contact safe", needs.contactSafety())
          .line("Needs", needs.communication())
          .line("Do they want it shared?", words.label("wish", needs.wish()))
          .line("Told what is shared", words.yesNo(needs.told()))
          .line("How badly they were hurt", words.label("injury", needs.injury()));
    }
  }

  private void incident() {
    Incident incident = referral.incident();
    if (incident == null) {
      return;
    }
    paper
        .part("What happened")
        .line("When", words.when(incident))
        .line("Where", words.where(incident))
        .line("Kind of place", words.label("location-type", incident.locationType()))
        .line("Kind of incident", words.label("category", incident.category()))
        .line("Account, as told", incident.narrative())
        .line(
            "Who believes it was hostility", words.labels("perceived-by", incident.perceivedBy()));
  }

  private void parts() {
    for (PartView part : PartView.of(referral.further(), options)) {
      paper.part(part.heading()).say(part.handling() + ".");
      part.lines().forEach(line -> paper.line(line.label(), line.text()));
    }
  }

  private void footing() {
    paper
        .part("Why it may be shared")
        .line("Purpose", words.legal("purpose", referral.footing().purpose()))
        .line("Lawful basis", words.legal("lawful-basis", referral.footing().lawfulBasis()))
        .line("Condition", words.legal("condition", referral.footing().condition()));
  }

  private void questions() {
    List<InfoRequest> questions = referral.questions();
    if (!questions.isEmpty()) {
      paper.part("Questions and answers");
      questions.forEach(
          one ->
              paper
                  .item("Asked " + London.dateTime(one.askedAt()))
                  .line("Question", one.question() == null ? "Not shown" : one.question())
                  .line("Answer", one.answer() == null ? one.status().label() : one.answer()));
    }
  }

  private void contacts() {
    if (!referral.contacts().isEmpty()) {
      paper.part("What the person harmed was told");
      referral.contacts().forEach(this::contact);
    }
  }

  private void contact(Contact told) {
    paper
        .item(London.dateTime(told.at()))
        .line(
            "Contact",
            words.label("contact-kind", told.kind()) + ". " + told.result().label() + ".")
        .line("By", words.who(told.role(), told.agency()))
        .line("How", words.label("contact-made-by", told.madeBy()))
        .line("Why not", words.label("contact-exemption", told.exemption()))
        .line("In words", told.words());
  }

  private void timeline() {
    paper.part("Timeline");
    var said = new TimelineWords(words, words.unit(referral.to()));
    export.timeline().stream().map(said::row).forEach(this::event);
    if (export.more()) {
      paper.say(
          "The timeline was cut here, after the oldest %d entries. Concordat has the rest of it."
              .formatted(export.timeline().size()));
    }
  }

  private void event(TimelineRow row) {
    paper.item(row.moment() + ": " + row.heading()).line("By", row.who());
    row.lines().forEach(line -> paper.line(line.label(), line.text()));
    paper.line("Said", row.said());
  }

  private void withheld() {
    paper
        .part("What is not in this paper")
        .say(
            "Whether there is anything in these parts or not, they were not to be seen by whoever"
                + " took it out.");
    DataClass.ofRecord().stream()
        .filter(one -> referral.access().level(one) != Level.FULL)
        .forEach(one -> paper.line(one.label(), withheld(one)));
  }

  private String withheld(DataClass one) {
    String masked = referral.masked().get(one);
    return masked == null ? "Withheld" : "Masked: " + masked;
  }
}
