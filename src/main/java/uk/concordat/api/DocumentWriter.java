package uk.concordat.api;

import jakarta.json.JsonObject;
import uk.concordat.document.Document;

/** Renders what is known of a document beside its bytes. */
final class DocumentWriter {
  private DocumentWriter() {}

  static JsonObject write(Document document) {
    return new JsonOut()
        .put("id", document.id())
        .put("dataClass", document.dataClass())
        .put("form", document.form())
        .put("holder", document.holder())
        .put("name", document.name().text())
        .put("type", document.type().mediaType())
        .put("size", Long.valueOf(document.size()))
        .put("sha256", document.digest())
        .put("scan", document.scan())
        .put("role", document.role())
        .put("attachedAt", document.attachedAt())
        .put("withdrawn", withdrawn(document.withdrawn()))
        .build();
  }

  private static JsonObject withdrawn(Document.Withdrawal withdrawal) {
    return withdrawal == null
        ? null
        : new JsonOut()
            .put("at", withdrawal.at())
            .put("role", withdrawal.role())
            .put("reason", withdrawal.reason())
            .build();
  }
}
