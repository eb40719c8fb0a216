package uk.concordat.it;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of the matrix, each made when it is first asked for. A name says who sends to whom,
 * and after a dash how far it has come; what follows a colon makes it another of the same.
 */
final class Scenes {
  private static final String OUTCOME =
      "{\"move\":\"record-outcome\",\"reason\":\"POLICE_18\",\"text\":\"She was told on the phone.\"}";

  private static final String REDIRECT =
      "{\"move\":\"redirect\",\"to\":\"BTP\",\"footing\":{\"purpose\":\"PREVENT_DETECT\",\"lawfulBasis\":"
          + "\"DPA_35_2_B\",\"condition\":\"SCH8_1\"},\"senderAgrees\":true,\"text\":\"It happened on a train.\"}";

  private final Api api;
  private final Referrals referrals;
  private final DatabaseOwner owner;
  private final Map<String, String> references = new HashMap<>();

  Scenes(Api api, DatabaseOwner owner) {
    this.api = api;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  /** The reference of the scene's record. */
  String reference(String scene) {
    String known = references.get(scene);
    if (known == null) { // one scene may need another
      known = make(scene.replaceFirst(":.*", ""));
      references.put(scene, known);
    }
    return known;
  }

  /** Makes another record when the scene is asked for again: this one has changed. */
  void spoilt(String scene) {
    references.remove(scene);
  }

  private String make(String scene) {
    String[] parts = scene.split("-(?=[^-]*$)");
    return switch (scene) {
      case "council-draft" -> referrals.draft().reference();
      case "council-to-police" -> referrals.submitted().reference();
      case "police-to-cps" -> sent("police.hco", "CPS-THAMES-CHILTERN");
      case "police-to-council" -> sent("police.officer", "WELHAT-COUNCIL");
      case "police-to-nhs" -> sent("police.officer", "NORTH-LEA-NHS");
      case "nhs-to-police" -> sent("nhs.practitioner", "HERTS-POLICE");
      case "safeguarding-to-police" -> sent("nhs.safeguarding", "HERTS-POLICE");
      case "nhs2-to-btp" -> sent("nhs2.practitioner", "BTP");
      case "reporter-to-police" -> sent("tprc.reporter", "HERTS-POLICE");
      default -> parts[1].equals("draft") ? draft(parts[0]) : later(parts[0], parts[1]);
    };
  }

  private String later(String scene, String stage) {
    String reference = make(scene);
    String receiver = receiver(scene);
    if (stage.equals("restricted")) {
      api.send(
          "PUT",
          "/api/referrals/" + reference + "/restriction",
          api.token("police.hco"),
          "{\"names\":[\"police.lead\"]}",
          "Content-Type",
          "application/json");
      return reference;
    }
    if (stage.equals("withdrawn") || stage.equals("recalled")) {
      return takenBack(reference, stage);
    }
    referrals.moved(receiver, reference, "{\"move\":\"acknowledge\"}");
    switch (stage) {
      case "received" -> {}
      case "questioned" -> referrals.moved(receiver, reference, saying("ask", "dueOn"));
      case "assigned", "working", "held", "answered", "closed" ->
          referrals.moved(
              receiver,
              reference,
              "{\"move\":\"accept\",\"assignee\":\"%s\"}".formatted(assignee(scene)));
      case "rejected", "lapsed" -> reject(receiver, reference);
      case "redirected", "onward" -> {
        String child = referrals.moved(receiver, reference, REDIRECT).text("/related/0/reference");
        return stage.equals("onward") ? child : reference;
      }
      case "duplicate" ->
          referrals.moved(
              receiver,
              reference,
              "{\"move\":\"duplicate\",\"other\":\"%s\"}"
                  .formatted(reference("council-to-police-received:first")));
      default -> throw new IllegalArgumentException(stage);
    }
    work(assignee(scene), reference, stage);
    if (stage.equals("lapsed")) {
      owner.letContentEnd(reference);
    }
    return reference;
  }

  /** By its sender, before anybody acknowledged it. */
  private String takenBack(String reference, String stage) {
    String move =
        stage.equals("withdrawn")
            ? "{\"move\":\"withdraw\",\"reason\":\"DECLINED\",\"text\":\"Not wanted.\"}"
            : "{\"move\":\"recall\",\"reason\":\"WRONG_AGENCY\",\"text\":\"It was mistyped.\"}";
    referrals.moved("council.lead", reference, move);
    return reference;
  }

  /** How far whoever works on it has come; nothing where nobody does. */
  private void work(String assignee, String reference, String stage) {
    if (List.of("working", "held", "answered", "closed").contains(stage)) {
      referrals.moved(assignee, reference, "{\"move\":\"start\"}");
    }
    if (stage.equals("held")) {
      referrals.moved(assignee, reference, saying("hold", "reviewOn"));
    }
    if (stage.equals("answered") || stage.equals("closed")) {
      referrals.moved(assignee, reference, OUTCOME);
    }
    if (stage.equals("closed")) {
      referrals.told(assignee, reference);
      referrals.settled(assignee, reference);
      referrals.moved("police.lead", reference, "{\"move\":\"close\"}");
    }
  }

  /** A move with words and a day in the coming week. */
  private static String saying(String move, String day) {
    return "{\"move\":\"%s\",%s\"text\":\"We wait.\",\"%s\":\"%s\"}"
        .formatted(
            move,
            move.equals("hold") ? "\"reason\":\"OTHER\"," : "",
            day,
            LocalDate.now(ZoneId.of("Europe/London")).plusDays(6));
  }

  private void reject(String receiver, String reference) {
    referrals.moved(receiver, reference, Doors.REJECT);
  }

  /** Who acknowledges and decides. */
  private static String receiver(String scene) {
    return switch (scene.replaceFirst(".*-to-", "")) {
      case "police" -> "police.hco";
      case "cps" -> "cps.lead";
      case "council" -> "council.lead";
      case "nhs" -> "nhs.safeguarding";
      default -> throw new IllegalArgumentException(scene);
    };
  }

  private static String assignee(String scene) {
    return switch (scene.replaceFirst(".*-to-", "")) {
      case "police" -> "police.officer";
      case "cps" -> "cps.prosecutor";
      case "council" -> "council.officer";
      case "nhs" -> "nhs.practitioner";
      default -> throw new IllegalArgumentException(scene);
    };
  }

  /** A draft of a demo account that names no receiver yet: some roles have none to name. */
  private String draft(String who) {
    ObjectNode content = referrals.complete();
    content.remove("to");
    content.remove("footing");
    return referrals.draft(who, content).reference();
  }

  private String sent(String who, String to) {
    return referrals.sent(who, to).reference();
  }
}
