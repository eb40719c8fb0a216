package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two roles that nobody may hold together (domain.md 7.3) let nobody in, as long as Keycloak says
 * that somebody has both.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiExtension.class)
class ForbiddenPairsIT {
  private static final List<String> PRACTITIONERS =
      List.of(
          "police-officer",
          "hate-crime-officer",
          "cps-prosecutor",
          "cps-quality-reviewer",
          "council-officer",
          "nhs-practitioner",
          "nhs-safeguarding-lead",
          "victim-liaison",
          "third-party-reporter");

  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private String username;
  private Visitor session;

  ForbiddenPairsIT(Api api, Visitors visitors, StaffDirectory directory) {
    this.api = api;
    this.visitors = visitors;
    this.directory = directory;
  }

  @BeforeEach
  void signIn() {
    if (username == null) {
      username = directory.joins();
      session = visitors.signedIn(username);
    }
  }

  static Stream<Arguments> pairs() {
    return Stream.concat(
        Stream.of(Arguments.of("agency-admin", "information-governance")),
        Stream.of("information-governance", "board-analyst")
            .flatMap(role -> PRACTITIONERS.stream().map(other -> Arguments.of(role, other))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void letNobodyIn(String role, String other) {
    directory.loses(username, "council-officer");
    directory.gets(username, role);
    directory.gets(username, other);
    Answer refused = api.send("GET", "/api/me", api.token(username), null);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("invalid-token");
    Answer page = session.get("/");
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body())
        .contains("<h1>Your account has two roles that nobody may hold together</h1>")
        .contains(role.replace('-', ' '), other.replace('-', ' '))
        .doesNotContain("you__role", "Your work</h1>");
    directory.loses(username, role);
    directory.loses(username, other);
  }

  /** Otherwise the refusals above would prove nothing. */
  @AfterEach
  void oneOfThemAloneIsLetIn() {
    directory.gets(username, "council-officer");
    assertThat(api.send("GET", "/api/me", api.token(username), null).status()).isEqualTo(200);
    assertThat(session.get("/").status()).isEqualTo(200);
  }

  @Test
  void whoIsNotLetInCanStillSignOut() {
    directory.gets(username, "information-governance");
    Visitor barred = session;
    username = null;
    assertThat(barred.get("/").status()).isEqualTo(403);
    Answer out = barred.send("POST", "/sign-out", "", "Origin", visitors.address());
    assertThat(out.status()).as(out.body()).isEqualTo(302);
    assertThat(barred.get("/").status()).isEqualTo(302);
    signIn();
  }
}
