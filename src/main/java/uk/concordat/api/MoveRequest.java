package uk.concordat.api;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Feedback;
import uk.concordat.referral.Footing;
import uk.concordat.referral.Move;
import uk.concordat.referral.Onward;

/**
 * A move somebody asks for; the parts that belong to other moves are null.
 *
 * @param conflict whether the caller declares that they know somebody in it
 * @param said what is said with it
 * @param day the one that belongs to the move: of the review, or of the answer
 * @param onward where it goes on to
 * @param other reference of another referral
 * @param details what an outcome needs besides its words, by field
 */
record MoveRequest(
    Move move,
    boolean conflict,
    String assignee,
    Feedback said,
    LocalDate day,
    Onward onward,
    String other,
    Map<String, String> details) {

  MoveRequest(
      Move move,
      boolean conflict,
      String assignee,
      Feedback said,
      LocalDate day,
      Onward onward,
      String other) {
    this(move, conflict, assignee, said, day, onward, other, Map.of());
  }

  MoveRequest(Move move, boolean conflict, String assignee, Feedback said, LocalDate day) {
    this(move, conflict, assignee, said, day, null, null);
  }

  /**
   * @throws InvalidInput when it is no move, or one with parts it does not have
   */
  static MoveRequest read(JsonObject json) {
    var fields = new Fields(json);
    String name = fields.text("move");
    Move move = name == null ? null : Move.of(name).orElse(null);
    if (move == null) {
      if (name != null || !json.containsKey("move") || json.isNull("move")) {
        fields.wrong("move", name == null ? "required" : "unknown");
      }
      fields.throwIfAny();
    }
    MoveRequest request =
        switch (move) {
          case SUBMIT, ACKNOWLEDGE ->
              new MoveRequest(move, Boolean.TRUE.equals(fields.flag("conflict")), null, null, null);
          case ACCEPT, ASSIGN -> new MoveRequest(move, false, fields.text("assignee"), null, null);
          case REJECT -> saying(move, advised(fields), null);
          case RECORD_OUTCOME ->
              new MoveRequest(
                  move, false, null, reasoned(fields), null, null, null, details(fields));
          case WITHDRAW, REOPEN, RECALL -> saying(move, reasoned(fields), null);
          case HOLD -> saying(move, reasoned(fields), fields.date("reviewOn"));
          case REDIRECT -> new MoveRequest(move, false, null, null, null, onward(fields), null);
          case DUPLICATE ->
              new MoveRequest(move, false, null, null, null, null, fields.text("other"));
          case ASK -> saying(move, new Feedback(null, fields.text("text")), fields.date("dueOn"));
          case ANSWER -> saying(move, new Feedback(null, fields.text("text")), null);
          case START, RESUME, CLOSE, DISCARD, TIME_OUT, AMEND, CANCEL, REINSTATE ->
              saying(move, null, null);
        };
    fields.end();
    fields.throwIfAny();
    return request;
  }

  private static MoveRequest saying(Move move, Feedback said, LocalDate day) {
    return new MoveRequest(move, false, null, said, day);
  }

  private static Feedback reasoned(Fields fields) {
    return new Feedback(fields.text("reason"), fields.text("text"));
  }

  /** With the day on which it was decided, where that is said. */
  private static Map<String, String> details(Fields fields) {
    Map<String, String> details = new HashMap<>();
    Fields given = fields.object("details");
    for (String name : given.names()) {
      String said = given.text(name);
      if (said != null) {
        details.put(name, said);
      }
    }
    LocalDate decided = fields.date("outcomeOn");
    if (details.remove("outcomeOn") != null) {
      fields.wrong("details", "not-of-this-outcome");
    }
    if (decided != null) {
      details.put("outcomeOn", decided.toString());
    }
    return details;
  }

  private static Feedback advised(Fields fields) {
    return new Feedback(fields.text("reason"), fields.text("text"), fields.text("advice"));
  }

  private static Onward onward(Fields fields) {
    Fields footing = fields.object("footing");
    var onward =
        new Onward(
            fields.text("to"),
            new Footing(
                footing.text("purpose"), footing.text("lawfulBasis"), footing.text("condition")),
            fields.flag("senderAgrees"),
            fields.text("text"));
    footing.end();
    return onward;
  }
}
