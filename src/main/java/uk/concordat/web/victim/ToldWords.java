package uk.concordat.web.victim;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.concordat.referral.Contact;
import uk.concordat.victim.Obligation;
import uk.concordat.web.London;
import uk.concordat.web.referral.Words;

/**
 * Says what the person harmed was told, and what they are to be told, in sentences that can be read
 * aloud.
 *
 * @param words for agencies, roles and lists
 * @param now against which something is late
 */
record ToldWords(Words words, Instant now) {

  /** For example "Support referral. By telephone, on 23 November 2026 at 10:42am, by …". */
  ToldPage.Line told(Contact contact) {
    String how = words.label("contact-made-by", contact.madeBy());
    return line(
        words.label("contact-kind", contact.kind()),
        (how == null ? "On " : how + ", on ") + London.dateTime(contact.at()),
        contact);
  }

  /** Why they were not to be told. */
  ToldPage.Line notTold(Contact contact) {
    String why = words.label("contact-exemption", contact.exemption());
    return line(
        words.label("contact-kind", contact.kind()),
        (why == null ? "On " : why + ". Decided on ") + London.dateTime(contact.at()),
        contact);
  }

  private ToldPage.Line line(String what, String how, Contact contact) {
    return new ToldPage.Line(
        what, how + ", by " + words.who(contact.role(), contact.agency()) + ".", contact.words());
  }

  /** Those that are still to be told, due first before the rest: why and by when. */
  List<ToldPage.Line> next(List<Obligation> all) {
    return all.stream()
        .filter(one -> one.told() == null)
        .sorted(Comparator.comparing(Obligation::due))
        .map(this::next)
        .toList();
  }

  /** As what each of them is logged. */
  String loggedAs(Obligation one) {
    return one.toldBy().stream()
        .map(kind -> words.label("contact-kind", kind))
        .collect(Collectors.joining("; or: "));
  }

  private ToldPage.Line next(Obligation one) {
    String by =
        one.late(now)
            ? "This was due on " + London.dateTime(one.due()) + " and is late."
            : "By " + London.dateTime(one.due()) + ".";
    String changed =
        one.wasDue() == null
            ? ""
            : " It was due on "
                + London.dateTime(one.wasDue())
                + "; the day has been corrected since.";
    return new ToldPage.Line(
        one.label(),
        one.event().label()
            + " on "
            + London.date(one.eventAt().atZone(London.ZONE).toLocalDate())
            + ". "
            + by
            + changed,
        one.entitlement().name().equals("ENHANCED")
            ? null
            : "They have the " + one.entitlement().name().toLowerCase(Locale.ROOT) + " rights.");
  }
}
