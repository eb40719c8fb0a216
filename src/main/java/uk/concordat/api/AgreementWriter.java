package uk.concordat.api;

import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import uk.concordat.access.Reader;
import uk.concordat.agreement.AgreementMove;
import uk.concordat.agreement.AgreementPreview;
import uk.concordat.agreement.AgreementView;
import uk.concordat.agreement.FlowChange;
import uk.concordat.agreement.Party;
import uk.concordat.agreement.Terms;

/** Renders agreements and what they would change. */
final class AgreementWriter {
  private AgreementWriter() {}

  static JsonObject list(Collection<AgreementView> views) {
    return new JsonOut().put("items", JsonOut.array(views, AgreementWriter::write)).build();
  }

  static JsonObject write(AgreementView view) {
    Terms terms = view.terms();
    return new JsonOut()
        .put("code", view.code())
        .put("version", jakarta.json.Json.createValue(view.version()))
        .put("status", view.status())
        .put("title", terms.title())
        .put(
            "parties",
            JsonOut.array(List.of(terms.first(), terms.second()), AgreementWriter::party))
        .texts("purposes", terms.purposes())
        .put("gateways", terms.gateways())
        .put("retention", terms.retention())
        .put("marking", terms.marking())
        .put("dpia", terms.dpia())
        .put("reviewDate", terms.reviewDate())
        .put("proposedFor", view.proposedFor())
        .put("proposedBy", view.proposedBy())
        .put("proposedAt", view.proposedAt())
        .put("signedFor", view.signedFor())
        .put("signedBy", view.signedBy())
        .put("activeFrom", view.activeFrom())
        .put("activeTo", view.activeTo())
        .put("closedFor", view.closedFor())
        .put("closedAt", view.closedAt())
        .put("reason", view.reason())
        .texts("moves", view.moves().stream().map(AgreementMove::code).toList())
        .build();
  }

  static JsonObject preview(AgreementPreview preview) {
    return new JsonOut()
        .put("starts", JsonOut.array(preview.starts(), AgreementWriter::change))
        .put("stops", JsonOut.array(preview.stops(), AgreementWriter::change))
        .build();
  }

  private static JsonObject party(Party party) {
    return new JsonOut()
        .put("agency", party.agency())
        .put("contact", party.contact())
        .texts("gives", party.gives())
        .build();
  }

  private static JsonObject change(FlowChange change) {
    return new JsonOut()
        .put("from", change.from())
        .put("to", change.to())
        .put("dataClass", change.dataClass())
        .texts("purposes", change.purposes())
        .put("readers", JsonOut.array(change.readers(), AgreementWriter::reader))
        .build();
  }

  private static JsonObject reader(Reader reader) {
    return new JsonOut()
        .put("role", reader.role())
        .put("level", reader.level())
        .put("agreed", reader.agreed())
        .build();
  }
}
