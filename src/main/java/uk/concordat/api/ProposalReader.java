package uk.concordat.api;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import uk.concordat.access.DataClass;
import uk.concordat.agreement.Party;
import uk.concordat.agreement.Proposal;
import uk.concordat.agreement.Terms;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Marking;

/** Reads what one agency proposes to another; whether it is enough is for the service to say. */
final class ProposalReader {
  private ProposalReader() {}

  /**
   * @throws InvalidInput with every property that is unknown or has a wrong type or shape
   */
  static Proposal read(JsonObject json) {
    var fields = new Fields(json);
    Fields own = fields.object("own");
    Fields other = fields.object("other");
    var proposal =
        new Proposal(
            fields.text("code"),
            new Terms(
                fields.text("title"),
                party(own, ""),
                party(other, other.text("agency")),
                fields.texts("purposes"),
                fields.text("gateways"),
                fields.text("retention"),
                marking(fields),
                fields.text("dpia"),
                fields.date("reviewDate")));
    own.end();
    other.end();
    fields.end();
    fields.throwIfAny();
    return proposal;
  }

  private static Party party(Fields fields, String agency) {
    return new Party(agency == null ? "" : agency, fields.text("contact"), classes(fields));
  }

  private static Set<DataClass> classes(Fields fields) {
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    for (String name : fields.texts("gives")) {
      DataClass.ofRecord().stream()
          .filter(one -> one.name().equals(name))
          .findFirst()
          .ifPresentOrElse(classes::add, () -> fields.wrong("gives", "unknown"));
    }
    return classes;
  }

  private static Marking marking(Fields fields) {
    String code = fields.text("marking");
    if (code != null && Arrays.stream(Marking.values()).noneMatch(one -> one.name().equals(code))) {
      fields.wrong("marking", "unknown");
    }
    return Marking.OFFICIAL_SENSITIVE;
  }
}
