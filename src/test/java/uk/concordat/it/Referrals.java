package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Brings a referral to where a test begins; the sender is {@code council.officer}. */
public final class Referrals {
  private static final String ASK =
      """
      {"reference":"%s","dataClasses":["D5"],"purpose":"SAFEGUARDING",
       "why":"The person who was harmed is known to us.","duration":"TODAY"}
      """;
  private static final String EMERGENCY =
      """
      {"reference":"%s","dataClasses":["D5"],"reason":"RISK_TO_LIFE",
       "text":"An attack is going on there at this very moment."}
      """;

  private final Api api;

  /** Works through this door. */
  public Referrals(Api api) {
    this.api = api;
  }

  /** A complete council-to-police referral, to be changed at will. */
  public ObjectNode complete() {
    return api.description().example();
  }

  /** A complete draft. */
  public Answer draft() {
    return draft("council.officer", complete());
  }

  /** A draft of somebody. */
  public Answer draft(String user, ObjectNode content) {
    Answer draft = api.post(user, "/api/referrals", content);
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    return draft;
  }

  /** A referral that police have not looked at. */
  public Answer submitted() {
    return moved("council.officer", draft().reference(), "{\"move\":\"submit\"}");
  }

  /** A complete referral of anybody to anybody, on a footing of the sender's regime. */
  public Answer sent(String user, String to) {
    ObjectNode content = complete().put("to", to);
    if (user.startsWith("police") || user.startsWith("btp")) {
      content.withObject("/footing").put("lawfulBasis", "DPA_35_2_B").put("condition", "SCH8_1");
    }
    if (user.startsWith("nhs")) {
      patient(content);
    }
    return sent(user, content);
  }

  /** A referral of that content. */
  public Answer sent(String user, ObjectNode content) {
    return moved(user, draft(user, content).reference(), "{\"move\":\"submit\"}");
  }

  /** What happened, as a story has it, on one strand. */
  public ObjectNode story(String narrative, String strand) {
    ObjectNode content = complete();
    content.withObject("/incident").put("narrative", narrative);
    content.putArray("strands").add(strand);
    return content;
  }

  /** The same as the police refer it to prosecutors; answers its reference. */
  public String toProsecutors(ObjectNode story) {
    story.put("to", CaseFiles.UNIT);
    story.withObject("/footing").put("lawfulBasis", "DPA_35_2_B").put("condition", "SCH8_1");
    return sent("police.hco", story).reference();
  }

  /** Has somebody take on what was sent to their agency, and give it to somebody. */
  public void taken(String reference, String user, String assignee) {
    moved(user, reference, "{\"move\":\"acknowledge\",\"conflict\":false}");
    moved(user, reference, "{\"move\":\"accept\",\"assignee\":\"%s\"}".formatted(assignee));
  }

  /** What a trust says of a patient besides. */
  public static ObjectNode patient(ObjectNode content) {
    content.withObject("/needs").put("confidentiality", "CONSENTED").put("injury", "MINOR");
    content
        .withObject("/clinical")
        .put("nhsNumber", "999 007 1209")
        .put("nhsNumberStatus", "VERIFIED")
        .put("capacity", "HAS_CAPACITY")
        .put("safeguarding", "NO_CONCERN");
    return content;
  }

  /** A referral that waits for a decision. */
  public Answer received() {
    return moved("police.hco", submitted().reference(), "{\"move\":\"acknowledge\"}");
  }

  /** A referral that the police took on, led by one of theirs; answers its reference. */
  public String taken(String assignee) {
    String reference = received().reference();
    String move = "{\"move\":\"accept\",\"assignee\":\"%s\"}".formatted(assignee);
    return moved("police.hco", reference, move).reference();
  }

  /** A move that must succeed. */
  public Answer moved(String user, String reference, String move) {
    Answer answer = api.move(user, reference, move);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  /** Logs what the police owe the person harmed of everything that they take on. */
  public void settled(String user, String reference) {
    List.of("SUPPORT", "ACKNOWLEDGEMENT")
        .forEach(kind -> contact(user, reference, kind, "TOLD", 0));
  }

  /** Logs that the person harmed was told what came of it, a moment ago. */
  public Answer told(String user, String reference) {
    return contact(user, reference, "TOLD", 0);
  }

  /** Logs a contact about what came of it, so many days ago: TOLD, TRIED or EXEMPT. */
  public Answer contact(String user, String reference, String result, int daysAgo) {
    return contact(user, reference, "OUTCOME", result, daysAgo);
  }

  private Answer contact(String user, String reference, String kind, String result, int daysAgo) {
    ZonedDateTime at = ZonedDateTime.now(ZoneId.of("Europe/London")).minusDays(daysAgo);
    String how =
        result.equals("EXEMPT") ? "\"exemption\":\"NO_SAFE_WAY\"" : "\"madeBy\":\"TELEPHONE\"";
    String contact =
        "{\"kind\":\"%s\",\"result\":\"%s\",%s,\"on\":\"%s\",\"time\":\"%s\",\"words\":\"She knows.\"}"
            .formatted(
                kind,
                result,
                how,
                at.toLocalDate(),
                at.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
    Answer told = api.post(user, "/api/referrals/" + reference + "/contacts", contact);
    assertThat(told.status()).as(told.body()).isEqualTo(201);
    return told;
  }

  /** Narrowed to whoever does it, its sender and whoever works on it. */
  public void restricted(String user, String reference) {
    Answer answer =
        api.send(
            "PUT",
            "/api/referrals/" + reference + "/restriction",
            api.token(user),
            "{\"names\":[]}",
            "Content-Type",
            "application/json");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** A request for sight of what happened until midnight, however it is answered. */
  public Answer asked(String user, String reference) {
    return api.post(user, "/api/access-requests", ASK.formatted(reference));
  }

  /** Breaks the glass for what happened, on a token that a second factor stands behind. */
  public Answer opened(String token, String reference) {
    Answer opened =
        api.send(
            "POST",
            "/api/break-glass",
            token,
            EMERGENCY.formatted(reference),
            "Content-Type",
            "application/json");
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    return opened;
  }
}
