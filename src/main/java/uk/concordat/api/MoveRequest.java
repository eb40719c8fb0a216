package uk.concordat.api;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Feedback;
import uk.concordat.referral.Move;

/**
 * A move somebody asks for; the parts that belong to other moves are null.
 *
 * @param conflict whether the caller declares that they know somebody in it
 * @param said what is said with it
 * @param day the one that belongs to the move: of the review, or of the answer
 */
record MoveRequest(Move move, boolean conflict, String assignee, Feedback said, LocalDate day) {

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
          case WITHDRAW, RECORD_OUTCOME, REOPEN -> saying(move, reasoned(fields), null);
          case HOLD -> saying(move, reasoned(fields), fields.date("reviewOn"));
          case ASK -> saying(move, new Feedback(null, fields.text("text")), fields.date("dueOn"));
          case ANSWER -> saying(move, new Feedback(null, fields.text("text")), null);
          case START, RESUME, CLOSE, DISCARD, TIME_OUT -> saying(move, null, null);
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

  private static Feedback advised(Fields fields) {
    return new Feedback(fields.text("reason"), fields.text("text"), fields.text("advice"));
  }
}
