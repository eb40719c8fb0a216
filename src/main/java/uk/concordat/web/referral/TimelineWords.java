package uk.concordat.web.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import uk.concordat.access.DataClass;
import uk.concordat.referral.Contact;
import uk.concordat.referral.Move;
import uk.concordat.referral.TimelineEntry;
import uk.concordat.web.London;
import uk.concordat.web.referral.TimelineRow.Line;

/**
 * Says the entries of a timeline in words.
 *
 * @param words for agencies, roles and lists
 * @param unit that receives the referral
 */
public record TimelineWords(Words words, String unit) {

  /** The entry, as it is read. */
  public TimelineRow row(TimelineEntry entry) {
    String who =
        entry.role() == null
            ? words.agency(entry.agency())
            : words.who(entry.role(), entry.agency());
    return new TimelineRow(entry.at(), heading(entry), who, lines(entry), entry.detail("text"));
  }

  private String heading(TimelineEntry entry) {
    return switch (entry.kind()) {
      case MOVE -> words.move(move(entry), unit);
      case DISCLOSURE -> "Shared with " + words.agency(entry.detail("to"));
      case ACCESS -> "Access given to " + words.who(entry.detail("toRole"), entry.detail("to"));
      case OVERRIDE -> "Somebody answered for sharing it without agreement";
      case EMERGENCY -> "Looked at in an emergency";
      case CONTACT ->
          "Person harmed: "
              + words.label("contact-kind", entry.detail("kind"))
              + (told(entry) ? "" : ". " + result(entry).label());
      case CRIME, CRIME_CORRECTED, TRIAGE, RISK, PLAN, CONTACT_OFFICER ->
          new CaseworkEntry(words, entry).heading();
      case REVIEW, DECISION, CONSENT, CARRIED_OUT -> new FileEntry(entry).heading();
      case DOCUMENT ->
          "WITHDRAWN".equals(entry.detail("step")) ? "Document withdrawn" : "Document attached";
      case OBLIGATION_RECKONED ->
          ("DAY".equals(entry.detail("why")) ? "A day was corrected" : "Bank holidays changed")
              + ": what has to be told is due another day";
    };
  }

  private List<Line> lines(TimelineEntry entry) {
    List<Line> lines = new ArrayList<>();
    switch (entry.kind()) {
      case MOVE -> {
        add(lines, "Reason", words.label(move(entry).reasons(), entry.detail("reason")));
        add(lines, "Answer", entry.detail("answer"));
        add(lines, "To be answered by", day(entry.detail("dueOn")));
        add(lines, "What you can do next", entry.detail("advice"));
      }
      case DISCLOSURE -> {
        add(lines, "What", parts(entry));
        add(lines, "Purpose", words.legal("purpose", entry.detail("purpose")));
        add(lines, "Lawful basis", words.legal("lawful-basis", entry.detail("lawfulBasis")));
      }
      case ACCESS -> {
        add(lines, "What", parts(entry));
        add(lines, "Until", moment(entry.detail("until")));
      }
      case OVERRIDE -> add(lines, "Reason", words.label("override-reason", entry.detail("reason")));
      case EMERGENCY -> {
        add(lines, "What", parts(entry));
        add(lines, "Reason", words.label("break-glass-reason", entry.detail("reason")));
      }
      case CONTACT -> {
        add(lines, "How", words.label("contact-made-by", entry.detail("madeBy")));
        add(lines, "Why not", words.label("contact-exemption", entry.detail("exemption")));
      }
      case CRIME, CRIME_CORRECTED, TRIAGE, RISK, PLAN, CONTACT_OFFICER ->
          new CaseworkEntry(words, entry)
              .details()
              .forEach((label, text) -> add(lines, label, text));
      case REVIEW, DECISION, CONSENT, CARRIED_OUT ->
          new FileEntry(entry).details().forEach((label, text) -> add(lines, label, text));
      case DOCUMENT -> {
        add(lines, "File", entry.detail("name"));
        add(lines, "Belongs to", parts(entry));
      }
      case OBLIGATION_RECKONED -> {
        add(lines, "What has to be told", entry.detail("obligation"));
        add(lines, "Was due", moment(entry.detail("wasDue")));
        add(lines, "Due now", moment(entry.detail("due")));
      }
    }
    return lines;
  }

  private static void add(List<Line> lines, String label, String text) {
    if (text != null && !text.isEmpty()) {
      lines.add(new Line(label, text));
    }
  }

  private static Move move(TimelineEntry entry) {
    String code = entry.detail("move");
    return Arrays.stream(Move.values())
        .filter(move -> move.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static Contact.Result result(TimelineEntry entry) {
    return Contact.Result.valueOf(entry.detail("result"));
  }

  private static boolean told(TimelineEntry entry) {
    return result(entry) == Contact.Result.TOLD;
  }

  private static String parts(TimelineEntry entry) {
    return Arrays.stream(entry.detail("dataClasses").split(","))
        .filter(code -> !code.isEmpty())
        .map(code -> DataClass.valueOf(code).label())
        .collect(Collectors.joining(", "));
  }

  private static String day(String text) {
    return text == null ? null : London.date(LocalDate.parse(text));
  }

  private static String moment(String text) {
    return text == null ? null : London.dateTime(Instant.parse(text));
  }
}
