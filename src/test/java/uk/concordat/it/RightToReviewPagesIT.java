package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the portal: the right to review on the page that is read aloud, and where it is said. */
@ExtendWith(ApiExtension.class)
class RightToReviewPagesIT {
  private static final String TOLD = "/victim/told.xhtml?ref=";

  private final Api api;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;
  private final Visitors visitors;
  private final ReviewCases cases;

  RightToReviewPagesIT(
      Api api,
      LedgerRows ledger,
      DatabaseOwner owner,
      StaffDirectory directory,
      Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    this.directory = directory;
    this.visitors = visitors;
    cases = new ReviewCases(api);
  }

  @Test
  void whatTheyMayHaveReviewedIsReadAloudAndSaid() {
    String liaison = directory.joins(CaseFiles.UNIT, "victim-liaison");
    List.of(liaison, "cps.prosecutor", "cps.prosecutor2").forEach(api::subject);
    String reference = cases.told(liaison);
    Visitor own = visitors.signedIn(liaison);
    String page =
        "/victim/review.xhtml?ref="
            + reference
            + "&review="
            + cases.of(liaison, reference).text("/items/0/id");
    assertThat(own.get(TOLD + reference).body())
        .contains("What they may have reviewed", "They may ask for a review by")
        .contains("The CPS decided not to charge, defendant 1");
    int before = ledger.operations(reference).size();
    String shown = own.get(page).body();
    assertThat(shown).contains("They ask for a review", "They ask for no review");
    assertThat(ledger.operations(reference).subList(before, before + 1))
        .containsExactly("CONSULT casework.read victim-liaison");

    for (String user : List.of("btp.hco", "council.officer", "police.hco", "cps.prosecutor2")) {
      int refused = ledger.refused(user).size();
      boolean reads = user.equals("police.hco") || user.equals("cps.prosecutor2");
      assertThat(visitors.signedIn(user).get(page).status()).as(user).isEqualTo(404);
      assertThat(ledger.refused(user))
          .as(user)
          .hasSizeGreaterThanOrEqualTo(refused + (reads ? 0 : 1));
    }
    assertThat(own.post(page, form(shown, Map.of())).body()).contains("Choose what happened");
    assertThat(own.post(page, form(shown, Map.of("vrr-move", "ASK"))).body())
        .contains("Enter the day on which they said it");
    assertThat(own.post(page, form(shown, asked())).status()).isEqualTo(302);
    assertThat(own.get(TOLD + reference).body()).contains("They asked for a review on");
    assertThat(own.post(page, form(shown, asked())).status())
        .as("from the page that was seen before")
        .isIn(200, 409);
  }

  @Test
  void afterThreeMonthsTheDayIsSaid() {
    String liaison = directory.joins(CaseFiles.UNIT, "victim-liaison");
    List.of(liaison, "cps.prosecutor").forEach(api::subject);
    String reference = cases.told(liaison);
    owner.row(
        "with told as (update victim_review set told_at = told_at - interval '200 days', since = since -"
            + " interval '200 days' where referral = (select id from referral where reference = ?)"
            + " returning 1) select count(*) from told",
        reference);
    Visitor own = visitors.signedIn(liaison);
    assertThat(own.get(TOLD + reference).body()).contains("Nobody asked for a review by");
    String page =
        "/victim/review.xhtml?ref="
            + reference
            + "&review="
            + cases.of(liaison, reference).text("/items/0/id");
    assertThat(own.post(page, form(own.get(page).body(), asked())).body())
        .contains("There is a problem", "and is not any more");
  }

  private static Map<String, String> asked() {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    return Map.of(
        "vrr-move", "ASK",
        "vrr-on-day", String.valueOf(today.getDayOfMonth()),
        "vrr-on-month", String.valueOf(today.getMonthValue()),
        "vrr-on-year", String.valueOf(today.getYear()));
  }

  private static Map<String, String> form(String page, Map<String, String> typed) {
    var form = new HashMap<>(typed);
    form.put("jakarta.faces.ViewState", "stateless");
    form.put("form", "form");
    form.put("version", page.replaceFirst("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1"));
    form.put("keep", "");
    return form;
  }
}
