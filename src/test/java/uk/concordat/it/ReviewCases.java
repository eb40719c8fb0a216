package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Brings a decision not to prosecute to where a test of the right to review begins. */
public final class ReviewCases {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Api api;
  private final Referrals referrals;
  private final CaseFiles files;

  public ReviewCases(Api api) {
    this.api = api;
    referrals = new Referrals(api);
    files = new CaseFiles(api);
  }

  /** {@code cps.prosecutor} decided not to charge; answers the reference of the file. */
  public String notCharged() {
    String reference = files.underReview("cps.prosecutor");
    CaseFiles.made(
        files.post(
            "cps.prosecutor",
            reference,
            "/decisions",
            CaseFiles.notCharging(files.read("cps.prosecutor", reference))));
    return reference;
  }

  /** The same, and the person harmed was told of it. */
  public String told(String liaison) {
    String reference = notCharged();
    contact(liaison, reference, "DECISION", "\"result\":\"TOLD\",\"madeBy\":\"TELEPHONE\"");
    return reference;
  }

  /** {@code police.officer} recorded an outcome; answers the reference. */
  public String ended(String outcome) {
    String reference = referrals.taken("police.officer");
    referrals.moved("police.officer", reference, "{\"move\":\"start\"}");
    referrals.moved(
        "police.officer",
        reference,
        "{\"move\":\"record-outcome\",\"reason\":\"%s\",\"text\":\"No more is done.\"}"
            .formatted(outcome));
    return reference;
  }

  void contact(String user, String reference, String kind, String how) {
    ZonedDateTime now = ZonedDateTime.now(LONDON);
    Answer logged =
        api.post(
            user,
            "/api/referrals/" + reference + "/contacts",
            "{\"kind\":\"%s\",%s,\"on\":\"%s\",\"time\":\"%s\",\"words\":\"She knows.\"}"
                .formatted(
                    kind,
                    how,
                    now.toLocalDate(),
                    now.toLocalTime().truncatedTo(ChronoUnit.MINUTES)));
    assertThat(logged.status()).as(logged.body()).isEqualTo(201);
  }

  Answer of(String user, String reference) {
    return api.get(user, "/api/referrals/" + reference + "/reviews");
  }

  /** Of the only review of a referral, from the version that the user sees now. */
  Answer move(String user, String reference, String body) {
    Answer seen = of(user, reference);
    return move(
        user,
        reference,
        seen.text("/items/0/id"),
        "\"v" + seen.text("/items/0/version") + "\"",
        body);
  }

  Answer move(String user, String reference, String id, String version, String body) {
    return api.post(
        user,
        "/api/referrals/" + reference + "/reviews/" + id + "/moves",
        body,
        "If-Match",
        version);
  }

  /** What they said today. */
  static String said(String move) {
    return "{\"move\":\"%s\",\"on\":\"%s\"}".formatted(move, LocalDate.now(LONDON));
  }

  static String decided(String move) {
    return "{\"move\":\"%s\",\"words\":\"A colleague looked at all of it.\"}".formatted(move);
  }

  /** Gives a file to another prosecutor. */
  void given(String reference, String prosecutor) {
    referrals.moved(
        "cps.lead", reference, "{\"move\":\"assign\",\"assignee\":\"%s\"}".formatted(prosecutor));
  }
}
