package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.stack.SecondFactor;

/**
 * Whatever let somebody see or do something ends with the next request: read by reference, in the
 * list, and in a page that stands open with its form filled in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiExtension.class)
class RevokedIT {
  private static final String POLICE = "HERTS-POLICE/hate-crime-unit";
  private static final String TRANSPORT = "BTP/hate-crime-unit";
  private static final String PROSECUTION = "CPS-THAMES-CHILTERN";
  private static final String OFFICER = "hate-crime-officer";
  private static final String ACKNOWLEDGE = "{\"move\":\"acknowledge\"}";

  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private final StrongTokens tokens;
  private final DatabaseOwner owner;
  private final Referrals referrals;
  private final Agreements agreements;
  private String council;
  private String police;

  RevokedIT(
      Api api,
      Visitors visitors,
      StaffDirectory directory,
      StrongTokens tokens,
      DatabaseOwner owner) {
    this.api = api;
    this.visitors = visitors;
    this.directory = directory;
    this.tokens = tokens;
    this.owner = owner;
    referrals = new Referrals(api);
    agreements = new Agreements(api);
  }

  /** Somebody and the record that waits for their decision. */
  record Scene(String username, String reference) {
    String address() {
      return "/api/referrals/" + reference;
    }
  }

  /**
   * One line of the table.
   *
   * @param what is taken away
   * @param group in which somebody sees the record and may decide on it
   * @param taken how it is taken away
   * @param then how the API answers when they read the record again
   */
  record Line(String what, String group, String role, Consumer<Scene> taken, int then) {
    @Override
    public String toString() {
      return what;
    }
  }

  Stream<Line> table() {
    return Stream.of(
        new Line("nothing", POLICE, OFFICER, scene -> {}, 200),
        new Line("an exclusion is set", POLICE, OFFICER, this::exclude, 404),
        new Line("it is restricted to others", POLICE, OFFICER, this::restrict, 404),
        new Line("the agreement is ended", TRANSPORT, OFFICER, scene -> endAgreements(), 404),
        new Line("the role is taken away", POLICE, OFFICER, this::changeRole, 404),
        new Line(
            "the team is left",
            PROSECUTION + "/hate-crime-prosecutors",
            "cps-prosecutor",
            move(PROSECUTION),
            404),
        new Line("the agency is left", POLICE, OFFICER, move(TRANSPORT), 404),
        new Line(
            "they are suspended", POLICE, OFFICER, scene -> owner.suspend(scene.username), 401),
        new Line(
            "they are disabled",
            POLICE,
            OFFICER,
            scene -> directory.disables(scene.username),
            401));
  }

  @BeforeAll
  void bothHaveTheirGovernance() {
    council = directory.joinsGovernance("STEVENAGE-COUNCIL");
    police = directory.joinsGovernance("BTP");
  }

  @AfterAll
  void whatIsLeftCoversAllAgain() {
    sign();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void endsWithTheNextRequest(Line line) {
    Scene scene = scene(line);
    String token = api.token(scene.username);
    Visitor visitor = visitors.signedIn(scene.username);
    String page = "/referral/reject.xhtml?ref=" + scene.reference;
    Answer read = api.send("GET", scene.address(), token, null);
    assertThat(read.status()).as(read.body()).isEqualTo(200);
    assertThat(listed(token)).contains(scene.reference);
    assertThat(visitor.get(page).body()).contains("Why can you not take it on?");

    line.taken.accept(scene);

    Answer again = api.send("GET", scene.address(), token, null);
    assertThat(again.status()).as(again.body()).isEqualTo(line.then);
    assertThat(listed(token).contains(scene.reference)).isEqualTo(line.then == 200);
    Answer posted = visitor.post(page, rejection(read.etag()));
    boolean decided =
        posted.status() == 302 && posted.header("Location").orElse("").contains("referral.xhtml");
    assertThat(decided).as(posted.status() + posted.body()).isEqualTo(line.then == 200);
    assertThat(state(scene)).isEqualTo(line.then == 200 ? "REJECTED" : "RECEIVED");
    if (line.then != 200) {
      assertThat(posted.status()).isIn(303, 403, 404);
      assertThat(posted.body()).doesNotContain(scene.reference);
      Answer reopened = visitor.get("/referral/referral.xhtml?ref=" + scene.reference);
      assertThat(reopened.status()).isIn(302, 403, 404);
      assertThat(reopened.body()).doesNotContain(scene.reference);
    }
  }

  @Test
  void aGrantThatIsRevoked() {
    String username = directory.joins("STEVENAGE-COUNCIL/community-safety", "council-officer");
    Scene scene = new Scene(username, referrals.received().reference());
    Visitor visitor = visitors.signedIn(username);
    Answer asked = referrals.asked(username, scene.reference);
    String request = "/api/access-requests/" + asked.text("/id");
    seenBy(visitor, scene, api.token(username), false);
    decide(request, "{\"move\":\"approve\",\"text\":\"Yes.\"}");
    seenBy(visitor, scene, api.token(username), true);
    decide(request, "{\"move\":\"revoke\"}");
    seenBy(visitor, scene, api.token(username), false);
  }

  @Test
  void aBrokenGlassThatIsClosedOrWhoseTimeIsUp() {
    SecondFactor factor = SecondFactor.fresh();
    String username = directory.joinsWith(factor, TRANSPORT, OFFICER);
    String token = tokens.token(username, factor);
    Visitor visitor = visitors.signedIn(username);
    Scene closed = new Scene(username, referrals.received().reference());
    String id = open(token, closed);
    opens(visitor, closed, token, true);
    String close = "/api/break-glass/" + id + "/moves";
    assertThat(post(token, close, "{\"move\":\"close\"}").status()).isEqualTo(200);
    opens(visitor, closed, token, false);
    Scene expired = new Scene(username, referrals.received().reference());
    open(token, expired);
    opens(visitor, expired, token, true);
    owner.letFourHoursPass(username);
    opens(visitor, expired, token, false);
  }

  /** What somebody does as lead of a team, they do as long as they lead it. */
  @Test
  void aLeadThatHasEnded() {
    String username = directory.joins("WELHAT-COUNCIL/community-safety", "council-officer");
    api.get(username, "/api/me");
    owner.leads(username, "community-safety");
    String reference = referrals.received().reference();
    Answer asked = referrals.asked("nhs.safeguarding", reference);
    String request = "/api/access-requests/" + asked.text("/id");
    String address = "/api/referrals/" + reference;
    Answer waiting = api.get(username, request);
    assertThat(waiting.status()).isEqualTo(200);
    assertThat(api.get(username, "/api/access-requests").items("id")).contains(asked.text("/id"));
    assertThat(api.get(username, address + "/exclusions").status()).isEqualTo(200);

    owner.leadsNoMore(username);

    assertThat(api.get(username, address).status()).as("a colleague reads on").isEqualTo(200);
    assertThat(api.get(username, address + "/exclusions").status()).isEqualTo(409);
    assertThat(api.get(username, request).status()).isEqualTo(404);
    assertThat(api.get(username, "/api/access-requests").items("id"))
        .doesNotContain(asked.text("/id"));
    Answer late =
        api.post(
            username,
            request + "/moves",
            "{\"move\":\"approve\",\"text\":\"Yes.\"}",
            "If-Match",
            waiting.etag());
    assertThat(late.status()).isEqualTo(404);
  }

  private Scene scene(Line line) {
    String username = directory.joins(line.group, line.role);
    String reference =
        switch (line.group) {
          case POLICE -> referrals.received().reference();
          case TRANSPORT -> acknowledged("council2.officer", "BTP", "btp.hco");
          default -> acknowledged("police.hco", PROSECUTION, "cps.prosecutor");
        };
    return new Scene(username, reference);
  }

  private String acknowledged(String from, String to, String by) {
    if (to.equals("BTP")) {
      sign();
    }
    return referrals.moved(by, referrals.sent(from, to).reference(), ACKNOWLEDGE).reference();
  }

  private String state(Scene scene) {
    for (String other : List.of("council.officer", "council2.officer", "police.hco")) {
      Answer read = api.get(other, scene.address());
      if (read.status() == 200) {
        return read.text("/state");
      }
    }
    throw new IllegalStateException("nobody sees " + scene.reference);
  }

  private void seenBy(Visitor visitor, Scene scene, String token, boolean seen) {
    opens(visitor, scene, token, seen);
    assertThat(listed(token).contains(scene.reference)).isEqualTo(seen);
  }

  private void opens(Visitor visitor, Scene scene, String token, boolean seen) {
    int status = seen ? 200 : 404;
    assertThat(api.send("GET", scene.address(), token, null).status()).isEqualTo(status);
    Answer page = visitor.get("/referral/referral.xhtml?ref=" + scene.reference);
    assertThat(page.status()).isEqualTo(status);
    assertThat(page.body().contains(scene.reference)).isEqualTo(seen);
  }

  private List<String> listed(String token) {
    return api.send("GET", "/api/referrals?limit=100&sort=changed", token, null).items("reference");
  }

  private static Map<String, String> rejection(String etag) {
    return Map.of(
        "jakarta.faces.ViewState",
        "stateless",
        "form",
        "form",
        "version",
        etag.substring(2, etag.length() - 1),
        "reason",
        "OUT_OF_AREA",
        "text",
        "It was on a train.",
        "advice",
        "Send it to the other force.",
        "reject",
        "");
  }

  private void exclude(Scene scene) {
    String body = "{\"username\":\"%s\",\"reason\":\"RELATIVE\"}".formatted(scene.username);
    assertThat(api.post("police.hco", scene.address() + "/exclusions", body).status())
        .isEqualTo(204);
  }

  private void restrict(Scene scene) {
    referrals.restricted("police.hco", scene.reference);
  }

  private void changeRole(Scene scene) {
    directory.gets(scene.username, "agency-admin");
    directory.loses(scene.username, OFFICER);
  }

  private Consumer<Scene> move(String group) {
    return scene -> directory.moves(scene.username, group);
  }

  private void decide(String request, String move) {
    Answer decided =
        api.post(
            "council.lead",
            request + "/moves",
            move,
            "If-Match",
            api.get("council.lead", request).etag());
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
  }

  private String open(String token, Scene scene) {
    return referrals.opened(token, scene.reference).text("/id");
  }

  private Answer post(String token, String path, String body) {
    return api.send("POST", path, token, body, "Content-Type", "application/json");
  }

  private void sign() {
    endAgreements();
    List<String> all = List.of("D1", "D2", "D4", "D5", "D11", "D16");
    var proposal = agreements.proposal("BTP", all, all);
    proposal.putArray("purposes").add("PREVENT_DETECT");
    agreements.moved(police, agreements.proposed(council, proposal), "{\"move\":\"sign\"}");
  }

  private void endAgreements() {
    Agreements.items(api.get(police, "/api/agreements").json().get("items"))
        .filter(each -> each.get("status").asText().equals("ACTIVE"))
        .filter(each -> each.get("parties").toString().contains("STEVENAGE-COUNCIL"))
        .map(
            each ->
                "/api/agreements/"
                    + each.get("code").asText()
                    + "/versions/"
                    + each.get("version").asText())
        .forEach(
            path ->
                agreements.moved(
                    police, api.get(police, path), "{\"move\":\"end\",\"reason\":\"A test.\"}"));
  }
}
