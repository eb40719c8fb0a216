package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A referral is given to nobody who would not find it, and nobody is named who does not see it. */
@ExtendWith(ApiExtension.class)
class AssignableIT {
  private final Api api;
  private final Visitors visitors;
  private final Referrals referrals;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;

  AssignableIT(Api api, Visitors visitors, DatabaseOwner owner, StaffDirectory directory) {
    this.api = api;
    this.visitors = visitors;
    this.owner = owner;
    this.directory = directory;
    referrals = new Referrals(api);
  }

  @Test
  void whoeverIsExcludedIsOfferedAsLittleAsSomebodyWhoIsNotThere() {
    String colleague = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    api.subject(colleague);
    String reference = referrals.received().reference();
    assertThat(offered(reference)).contains(colleague, "police.officer");
    owner.exclude(reference, colleague);
    assertThat(offered(reference)).contains("police.officer").doesNotContain(colleague);
    Answer excluded = api.move("police.hco", reference, accept(colleague));
    Answer nobody = api.move("police.hco", reference, accept("nobody"));
    assertThat(excluded.status()).isEqualTo(400);
    assertThat(excluded.errors()).containsExactly("assignee:unknown");
    assertThat(excluded.body()).isEqualTo(nobody.body());
    api.send(
        "DELETE",
        "/api/referrals/" + reference + "/exclusions/" + api.subject(colleague),
        api.token("police.hco"),
        null);
    assertThat(offered(reference)).contains(colleague);
    referrals.moved("police.hco", reference, accept(colleague));
  }

  @Test
  void aRestrictedOneIsGivenToTheNamedOnly() {
    String reference = referrals.received().reference();
    referrals.restricted("police.hco", reference);
    assertThat(offered(reference)).contains("police.hco").doesNotContain("police.officer");
    assertThat(api.move("police.hco", reference, accept("police.officer")).errors())
        .containsExactly("assignee:unknown");
    assertThat(api.move("police.hco", reference, accept("police.hco")).status()).isEqualTo(200);
  }

  @Test
  void whoeverIsExcludedIsNotNamedAsSeeingIt() {
    String reference = referrals.received().reference();
    referrals.moved("police.hco", reference, accept("police.officer"));
    String subject = api.subject("police.officer");
    assertThat(people(reference)).contains(subject);
    owner.exclude(reference, "police.officer");
    assertThat(people(reference)).doesNotContain(subject);
    Answer page = visitors.signedIn("police.hco").get("/referral/referral.xhtml?ref=" + reference);
    assertThat(page.body())
        .contains("Who can see this, and why")
        .doesNotContain("Whoever leads on");
  }

  private List<String> people(String reference) {
    Answer access = api.get("police.hco", "/api/referrals/" + reference + "/access");
    return StreamSupport.stream(access.json().get("audiences").spliterator(), false)
        .filter(audience -> audience.has("subject"))
        .map(audience -> audience.get("subject").asText())
        .toList();
  }

  /** The user names among which the portal lets somebody choose. */
  private List<String> offered(String reference) {
    Answer page = visitors.signedIn("police.hco").get("/referral/accept.xhtml?ref=" + reference);
    assertThat(page.status()).isEqualTo(200);
    return java.util.regex.Pattern.compile("name=\"assignee\"[^>]*value=\"([^\"]+)\"")
        .matcher(page.body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String accept(String assignee) {
    return "{\"move\":\"accept\",\"assignee\":\"%s\"}".formatted(assignee);
  }
}
