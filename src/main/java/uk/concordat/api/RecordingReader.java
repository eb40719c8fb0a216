package uk.concordat.api;

import jakarta.json.JsonObject;
import uk.concordat.incident.RecordingContent;
import uk.concordat.incident.Suspect;
import uk.concordat.kernel.InvalidInput;

/** Reads a recording decision. */
final class RecordingReader {
  private RecordingReader() {}

  /**
   * @throws InvalidInput with every property that is unknown or has a wrong type or shape
   */
  static RecordingContent read(JsonObject json) {
    var fields = new Fields(json);
    var content =
        new RecordingContent(
            fields.text("decision"),
            fields.texts("tests"),
            fields.text("rationale"),
            fields.date("reviewOn"),
            suspect(fields.object("suspect")));
    fields.end();
    fields.throwIfAny();
    return content;
  }

  private static Suspect suspect(Fields fields) {
    var suspect =
        new Suspect(fields.text("name"), fields.date("dateOfBirth"), fields.text("description"));
    fields.end();
    return suspect;
  }
}
