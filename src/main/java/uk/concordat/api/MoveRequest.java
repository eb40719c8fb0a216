package uk.concordat.api;

import jakarta.json.JsonObject;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Move;
import uk.concordat.referral.Rejection;

/**
 * A move somebody asks for; the parts that belong to other moves are null.
 *
 * @param conflict whether the caller declares that they know somebody in it
 */
record MoveRequest(Move move, boolean conflict, String assignee, Rejection rejection) {

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
              new MoveRequest(move, Boolean.TRUE.equals(fields.flag("conflict")), null, null);
          case ACCEPT -> new MoveRequest(move, false, fields.text("assignee"), null);
          case REJECT -> new MoveRequest(move, false, null, rejection(fields));
        };
    fields.end();
    fields.throwIfAny();
    return request;
  }

  private static Rejection rejection(Fields fields) {
    return new Rejection(fields.text("reason"), fields.text("text"), fields.text("advice"));
  }
}
