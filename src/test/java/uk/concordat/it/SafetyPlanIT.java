package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The plan for the safety of the person harmed, and the one officer whom they can turn to. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafetyPlanIT {
  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final Visitors visitors;
  private final DatabaseOwner owner;
  private String reference;

  SafetyPlanIT(Api api, LedgerRows ledger, Visitors visitors, DatabaseOwner owner) {
    this.owner = owner;
    this.api = api;
    this.ledger = ledger;
    this.visitors = visitors;
    referrals = new Referrals(api);
  }

  @BeforeAll
  void takenOn() {
    reference = referrals.taken("police.officer");
  }

  @Test
  void aMeasureIsSeenToAndWhatTheyMayReadIsPrinted() {
    assertThat(add("police.officer", "{}").errors())
        .containsExactly(
            "kind:required",
            "detail:required",
            "agency:required",
            "dueOn:required",
            "readable:required");
    String wrong =
        "{\"kind\":\"ODD\",\"detail\":\"x\",\"agency\":\"ODD\",\"dueOn\":\"2020-01-01\",\"readable\":true}";
    assertThat(add("police.officer", wrong).errors())
        .containsExactly("kind:unknown", "agency:unknown", "dueOn:in-the-past");
    Answer first = add("police.officer", measure("You get a personal alarm.", true));
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    add("police.officer", measure("Officers pass by at night, unseen.", false));
    assertThat(change("9", "{\"status\":\"DONE\"}").status()).isEqualTo(404);
    assertThat(change("1", "{\"status\":\"NOT_DONE\"}").errors())
        .containsExactly("outcome:required");
    assertThat(change("2", "{\"status\":\"OPEN\",\"sharedOn\":\"2026-11-20\"}").errors())
        .containsExactly("sharedOn:not-for-them");
    Answer done =
        change("1", "{\"status\":\"DONE\",\"outcome\":\"Given.\",\"sharedOn\":\"2026-11-20\"}");
    assertThat(done.text("/items/0/status")).isEqualTo("DONE");
    assertThat(done.text("/items/0/sharedOn")).isEqualTo("2026-11-20");

    assertThat(change("1", "{\"status\":\"DONE\",\"readable\":false}").errors())
        .containsExactly("readable:shared");
    Answer again = change("1", "{\"status\":\"DONE\"}");
    assertThat(again.text("/items/0/sharedOn"))
        .as("what is not said stays")
        .isEqualTo("2026-11-20");
    assertThat(again.text("/items/0/outcome")).isEqualTo("Given.");
    add("police.officer", measure("It was marked by mistake.", true));
    assertThat(change("3", "{\"status\":\"OPEN\",\"readable\":false}").text("/items/2/readable"))
        .isEqualTo("false");

    assertThat(api.get("council.officer", plan()).items("detail")).isEmpty();
    assertThat(add("council.officer", measure("x", true)).status()).isEqualTo(403);
    assertThat(add("btp.hco", measure("x", true)).status()).isEqualTo(404);
    assertThat(api.post("police.hco", plan(), measure("x", true), "If-Match", "\"v99\"").status())
        .isEqualTo(412);
    assertThat(ledger.operations(reference))
        .contains("COLLECT safety.plan police-officer", "ALTER safety.plan police-officer");

    Visitor officer = visitors.signedIn("police.officer");
    assertThat(officer.get("/referral/referral.xhtml?ref=" + reference).body())
        .contains("Officers pass by at night", "Safety plan", "Name the contact");
    assertThat(officer.get("/casework/plan.xhtml?ref=" + reference).body())
        .contains("You get a personal alarm.")
        .doesNotContain(
            "Officers pass by at night",
            "It was marked by mistake",
            "Risk",
            "Opening this page was recorded")
        .contains("marking__level screen-only");
    assertThat(
            visitors
                .signedIn("council.officer")
                .get("/casework/plan.xhtml?ref=" + reference)
                .status())
        .isEqualTo(404);
    Answer stale = keptLate(officer);
    assertThat(stale.body()).as(stale.body()).contains("Typed in vain?", "What you typed is still");
    for (String page : List.of("measure", "contact-officer", "measured")) {
      assertThat(
              officer.get("/casework/" + page + ".xhtml?ref=" + reference + "&number=1").status())
          .as(page)
          .isEqualTo(200);
    }
  }

  @Test
  void nobodyIsTheContactWhoCouldNotWorkOnIt() {
    owner.exclude(reference, "police.lead");
    String contact = "/api/referrals/" + reference + "/contact-officer";
    for (String officer : List.of("police.lead", "police.governance", "btp.hco", "nobody")) {
      String body = "{\"officer\":\"%s\",\"reach\":\"01632 960125\"}".formatted(officer);
      assertThat(name("police.officer", contact, body).errors())
          .as(officer)
          .containsExactly("officer:unknown");
    }
    assertThat(api.get("council.officer", contact).items("name")).isEmpty();
  }

  @Test
  void theContactIsToldToTheSenderAndGoesOnWithTheReferral() {
    String handed = referrals.taken("police.officer");
    String contact = "/api/referrals/" + handed + "/contact-officer";
    assertThat(name("police.officer", contact, "{}").errors()).containsExactly("reach:required");
    assertThat(
            name("police.officer", contact, "{\"officer\":\"council.officer\",\"reach\":\"x\"}")
                .errors())
        .containsExactly("officer:unknown");
    Answer named = name("police.officer", contact, "{\"reach\":\"01632 960123, from 8am to 4pm\"}");
    assertThat(named.status()).as(named.body()).isEqualTo(200);
    Answer told = api.get("council.officer", contact);
    assertThat(told.items("reach")).containsExactly("01632 960123, from 8am to 4pm");
    assertThat(told.text("/items/0/role")).isEqualTo("police-officer");
    assertThat(
            visitors
                .signedIn("council.officer")
                .get("/referral/referral.xhtml?ref=" + handed)
                .body())
        .contains("Contact for the person harmed", "01632 960123")
        .doesNotContain("Safety plan", "Name the contact");
    assertThat(ledger.operations(handed)).contains("DISCLOSE safety.plan police-officer");

    referrals.moved("police.hco", handed, "{\"move\":\"assign\",\"assignee\":\"police.lead\"}");
    Answer next = api.get("council.officer", contact);
    assertThat(next.items("role")).containsExactly("hate-crime-officer");
    assertThat(next.items("reach")).as("they say it themselves").containsExactly("");
    assertThat(api.get("police.lead", contact).items("role"))
        .as("the force keeps who it was")
        .containsExactly("hate-crime-officer", "police-officer");
    assertThat(ledger.sealed(handed, "DISCLOSE"))
        .as("that another officer is it is a disclosure too")
        .anySatisfy(entry -> assertThat(entry).contains("referral.assign", "D16"));
    assertThat(name("police.officer", contact, "{\"reach\":\"x\"}").code())
        .isEqualTo("not-permitted");
    assertThat(name("police.lead", contact, "{\"reach\":\"01632 960124\"}").status())
        .isEqualTo(200);
    assertThat(name("council.officer", contact, "{\"reach\":\"x\"}").status()).isEqualTo(403);
    owner.exclude(handed, "police.lead");
    assertThat(api.get("council.officer", contact).items("name"))
        .as("nobody is it who may not have the record")
        .isEmpty();
    assertThat(api.get("police.hco", "/api/notices").body()).contains("REFERRAL_CONTACT_ENDED");
  }

  private Answer keptLate(Visitor officer) {
    return officer.post(
        "/casework/measure.xhtml?ref=" + reference,
        Map.of(
            "jakarta.faces.ViewState",
            "stateless",
            "form",
            "form",
            "version",
            "0",
            "measure-detail",
            "Typed in vain?",
            "keep",
            ""));
  }

  private Answer add(String user, String body) {
    String etag = api.get(user, plan()).header("ETag").orElse("\"v0\"");
    return api.post(user, plan(), body, "If-Match", etag);
  }

  private Answer change(String number, String body) {
    String etag = api.get("police.officer", plan()).etag();
    return put("police.officer", plan() + "/" + number, body, etag);
  }

  private Answer name(String user, String address, String body) {
    return put(user, address, body, api.get(user, address).etag());
  }

  private Answer put(String user, String address, String body, String etag) {
    return api.send(
        "PUT",
        address,
        api.token(user),
        body,
        "Content-Type",
        "application/json",
        "If-Match",
        etag);
  }

  private String plan() {
    return "/api/referrals/" + reference + "/safety-plan";
  }

  private static String measure(String detail, boolean readable) {
    return """
        {"kind":"ALARM","detail":"%s","agency":"HERTS-POLICE","owner":"Crime prevention",
         "dueOn":"%s","readable":%s}
        """
        .formatted(detail, LocalDate.now().plusDays(7), readable);
  }
}
