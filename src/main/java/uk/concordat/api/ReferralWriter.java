package uk.concordat.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.TreeSet;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.Sight;
import uk.concordat.referral.Clocked;
import uk.concordat.referral.ConsentOverride;
import uk.concordat.referral.HistoryEvent;
import uk.concordat.referral.InfoRequest;
import uk.concordat.referral.Move;
import uk.concordat.referral.ReferralState;
import uk.concordat.referral.ReferralView;
import uk.concordat.referral.RelatedReferral;

/** Renders a referral: the parts this caller may see, and the names of those that are withheld. */
final class ReferralWriter {
  private ReferralWriter() {}

  static JsonObject write(ReferralView view) {
    var json =
        new JsonOut()
            .put("reference", view.reference())
            .put("state", view.state())
            .put("type", view.type())
            .put("from", view.from())
            .put("to", view.to())
            .put("marking", view.marking())
            .put("urgency", view.urgency())
            .texts("strands", new TreeSet<>(view.strands()))
            .put(
                "incident",
                view.incident() == null ? null : ContentWriter.incident(view.incident()))
            .put("person", view.person() == null ? null : ContentWriter.person(view.person()))
            .put("needs", view.needs() == null ? null : ContentWriter.needs(view.needs()))
            .put("consentOverride", override(view.override()))
            .put("footing", ContentWriter.footing(view.footing()));
    ContentWriter.further(json, view.further());
    return json.put("createdAt", view.createdAt())
        .put("changedAt", view.changedAt())
        .put("submittedAt", view.submittedAt())
        .put("due", due(view.clock()))
        .put("recalled", view.recalled() ? Boolean.TRUE : null)
        .put("assignee", view.assignee())
        .texts("moves", view.moves().stream().map(Move::code).toList())
        .put("forColleague", view.forColleague())
        .put("outcomeOwed", view.outcomeOwed() ? Boolean.TRUE : null)
        .put("history", JsonOut.array(view.history(), ReferralWriter::event))
        .put("questions", JsonOut.array(view.questions(), ReferralWriter::question))
        .put("contacts", JsonOut.array(view.contacts(), ContactWriter::write))
        .put("related", JsonOut.array(view.related(), ReferralWriter::related))
        .put("withheld", withheld(view))
        .build();
  }

  private static JsonObject override(ConsentOverride override) {
    return override == null
        ? null
        : new JsonOut()
            .put("reason", override.reason())
            .put("role", override.role())
            .put("at", override.at())
            .build();
  }

  static JsonObject due(Clocked clock) {
    return clock == null
        ? null
        : new JsonOut().put("step", clock.step()).put("at", clock.due()).build();
  }

  private static JsonObject event(HistoryEvent event) {
    return new JsonOut()
        .put("move", event.move().code())
        .put("at", event.at())
        .put("agency", event.agency())
        .put("role", event.role())
        .put("reason", event.feedback().reason())
        .put("text", event.feedback().text())
        .put("advice", event.feedback().advice())
        .build();
  }

  private static JsonObject related(RelatedReferral related) {
    return new JsonOut()
        .put("relation", related.relation())
        .put("reference", related.reference())
        .build();
  }

  private static JsonObject question(InfoRequest question) {
    return new JsonOut()
        .put("askedAt", question.askedAt())
        .put("question", question.question())
        .put("dueOn", question.dueOn())
        .put("status", question.status())
        .put("answer", question.answer())
        .put("closedAt", question.closedAt())
        .build();
  }

  /** Every class of a record that is not shown in full, whether there is anything in it or not. */
  private static JsonArray withheld(ReferralView view) {
    boolean draft = view.state() == ReferralState.DRAFT;
    return JsonOut.array(
        DataClass.ofRecord().stream()
            .filter(dataClass -> !draft && view.access().level(dataClass) != Level.FULL)
            .toList(),
        dataClass -> withheld(view, dataClass));
  }

  private static JsonObject withheld(ReferralView view, DataClass dataClass) {
    Sight sight = view.access().sights().get(dataClass);
    return new JsonOut()
        .put("dataClass", dataClass)
        .put("level", sight.level())
        .put("why", sight.why())
        .put("ask", sight.requestable() ? view.from() : null)
        .put("masked", view.masked().get(dataClass))
        .build();
  }
}
