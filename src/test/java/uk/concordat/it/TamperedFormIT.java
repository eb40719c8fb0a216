package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that no page of ours made is refused with a page to read, and changes nothing. */
@ExtendWith(ApiExtension.class)
class TamperedFormIT {
  private static final String STATE = "jakarta.faces.ViewState";
  private static final String UNREADABLE = "We could not read that request";

  private final Api api;
  private final Visitor visitor;
  private String draft;

  TamperedFormIT(Api api, Visitors visitors) {
    this.api = api;
    visitor = visitors.signedIn("council.officer");
  }

  @BeforeEach
  void draft() {
    draft = new Referrals(api).draft().reference();
  }

  /** What a page of ours sends is taken, or the others prove nothing. */
  @Test
  void anHonestOneIsTaken() {
    Answer taken = visitor.post(page(), form("stateless", version()));
    assertThat(taken.status()).as(taken.body()).isEqualTo(302);
    assertThat(narrative()).isEqualTo("changed");
  }

  /** A link that somebody is made to follow presses no button: to Faces it would be a form. */
  @Test
  void aLinkThatLooksLikeAForm() {
    Answer followed = visitor.get(page() + "&" + query(form("stateless", version())));
    assertThat(narrative()).isNotEqualTo("changed");
    Silence.friendly(followed, 400, UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-123:456", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==", "e1s1"})
  void aViewStateThatWeNeverGave(String state) {
    Silence.friendly(visitor.post(page(), form(state, version())), 400, UNREADABLE);
    assertThat(narrative()).isNotEqualTo("changed");
  }

  @Test
  void aPartialRequest() {
    Map<String, String> form =
        Map.of(STATE, "x", "jakarta.faces.partial.ajax", "true", "form", "form");
    Silence.friendly(visitor.post(page(), form), 400, UNREADABLE);
    Silence.friendly(
        visitor.send(
            "POST",
            page(),
            STATE + "=x",
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Faces-Request",
            "partial/ajax"),
        400,
        UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zzz", "99", "-1", "9223372036854775808", "1 or 1=1"})
  void aVersionThatIsNotTheDrafts(String version) {
    Answer answer = visitor.post(page(), form("stateless", version));
    assertThat(answer.status()).isEqualTo(409);
    Silence.keptBy(answer);
    assertThat(answer.body()).contains("<h1>");
    assertThat(narrative()).isNotEqualTo("changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/index.xhtml", "/help.xhtml", "/referral/inbox.xhtml"})
  void aPageWithoutAForm(String path) {
    Answer answer = visitor.post(path, form("stateless", "1"));
    Silence.friendly(answer, 405, "That cannot be done here");
    assertThat(answer.header("Allow")).contains("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stateless", "x"})
  void aPageThatIsNotThere(String state) {
    for (String path : new String[] {"/nothing.xhtml", "/error/500.xhtml"}) {
      Answer answer = visitor.post(path, form(state, "1"));
      Silence.friendly(answer, 404, "We cannot show you this page");
    }
  }

  private String page() {
    return "/referral/draft/what.xhtml?ref=" + draft;
  }

  private String version() {
    String etag = api.get("council.officer", "/api/referrals/" + draft).etag();
    return etag.substring(2, etag.length() - 1);
  }

  private String narrative() {
    return api.get("council.officer", "/api/referrals/" + draft).text("/incident/narrative");
  }

  private static String query(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            one ->
                URLEncoder.encode(one.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> form(String state, String version) {
    return Map.of(
        STATE,
        state,
        "form",
        "form",
        "version",
        version,
        "incident-narrative",
        "changed",
        "incident-category",
        "VERBAL_ABUSE",
        "continue",
        "");
  }
}
