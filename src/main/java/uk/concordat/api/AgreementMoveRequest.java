package uk.concordat.api;

import jakarta.json.JsonObject;
import uk.concordat.agreement.AgreementMove;
import uk.concordat.kernel.InvalidInput;

/**
 * A move that somebody asks for.
 *
 * @param reason null where the move has none
 */
record AgreementMoveRequest(AgreementMove move, String reason) {

  /**
   * @throws InvalidInput when it is no move, or one with parts it does not have
   */
  static AgreementMoveRequest read(JsonObject json) {
    var fields = new Fields(json);
    String name = fields.text("move");
    AgreementMove move = name == null ? null : AgreementMove.of(name).orElse(null);
    if (move == null) {
      if (name != null || !json.containsKey("move") || json.isNull("move")) {
        fields.wrong("move", name == null ? "required" : "unknown");
      }
      fields.throwIfAny();
    }
    String reason = move.reasoned() ? fields.text("reason") : null;
    fields.end();
    fields.throwIfAny();
    return new AgreementMoveRequest(move, reason);
  }
}
