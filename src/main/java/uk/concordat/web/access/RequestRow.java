package uk.concordat.web.access;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import uk.concordat.access.AccessRequest;
import uk.concordat.access.DataClass;
import uk.concordat.web.London;
import uk.concordat.web.referral.Words;

/** A request for access, in words. */
public class RequestRow {
  private final AccessRequest request;
  private final Words words;
  private final Instant now;

  RequestRow(AccessRequest request, Words words, Instant now) {
    this.request = request;
    this.words = words;
    this.now = now;
  }

  /** The reference as it was typed. */
  public String getReference() {
    return request.reference();
  }

  /** Who asks: a colleague by name, anybody by role and agency. */
  public String getWho() {
    String who = words.who(request.role(), request.agency());
    return request.person() == null ? who : request.person() + ", " + who;
  }

  /** What they ask to see. */
  public String getParts() {
    return parts(request.dataClasses());
  }

  /** What was approved; null where nothing was. */
  public String getGiven() {
    return request.given().isEmpty() ? null : parts(request.given());
  }

  /** Classes by their labels; the header comes with all of them and is not named. */
  public static String parts(Collection<DataClass> classes) {
    return classes.stream()
        .filter(one -> one != DataClass.D1)
        .sorted()
        .map(DataClass::label)
        .collect(Collectors.joining(", "));
  }

  /** Why they ask, as the law knows it. */
  public String getPurpose() {
    return words.label("purpose", request.purpose());
  }

  /** For how long they ask. */
  public String getDuration() {
    return words.label("access-duration", request.duration());
  }

  /** Until when it is, or was, given; null where nothing was. */
  public String getUntil() {
    if (request.given().isEmpty()) {
      return null;
    }
    Instant until = request.endedAt() == null ? request.givenUntil() : request.endedAt();
    return until == null ? getDuration() : London.dateTime(until);
  }

  /** When it was asked. */
  public String getAsked() {
    return London.dateTime(request.askedAt());
  }

  /** When it was decided; null where it was not. */
  public String getDecided() {
    return London.dateTime(request.decidedAt());
  }

  /** How it stands, to its reader. */
  public String getStatus() {
    return switch (request.status()) {
      case "ASKED" -> request.mine() ? "Waiting for an answer" : "Decision needed";
      case "QUESTIONED" -> request.mine() ? "Question for you" : "Question asked";
      case "APPROVED" -> request.gives(now) ? "Given" : taken() ? "Taken back" : "Ended";
      case "REFUSED" -> "Refused";
      default -> "Withdrawn";
    };
  }

  private boolean taken() {
    return request.endedAt() != null && !request.duration().equals("UNTIL_OUTCOME");
  }

  /** Kind of tag of its status. */
  public String getTone() {
    return switch (request.status()) {
      case "ASKED" -> request.mine() ? "new" : "wait";
      case "QUESTIONED" -> request.mine() ? "wait" : "new";
      case "APPROVED" -> request.gives(now) ? "go" : "plain";
      default -> "plain";
    };
  }

  /** Where it opens. */
  public String getHref() {
    return "/access/request.xhtml?id=" + request.id();
  }
}
