package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Search finds what people type, however they type it; each test has people and words of its own.
 */
@ExtendWith(ApiExtension.class)
class SearchIT {
  private static final String FORGOTTEN = "not kept any more";

  private final Api api;
  private final Visitors visitors;
  private final Referrals referrals;
  private final Searches searches;
  private final StaffDirectory directory;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final CaseworkRows casework;
  private String user;

  SearchIT(
      Api api,
      Visitors visitors,
      StaffDirectory directory,
      LedgerRows ledger,
      DatabaseOwner owner,
      CaseworkRows casework) {
    this.casework = casework;
    this.api = api;
    this.visitors = visitors;
    this.directory = directory;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
    searches = new Searches(api);
  }

  @BeforeEach
  void somebodyNew() {
    user = directory.joins();
  }

  @ParameterizedTest(name = "{0} is found by {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Siobhan O'Brienne   | OBrienne        | NAME",
        "Siobhan OBrienne    | o'brienne       | NAME",
        "Siobhan O\u2019Brienne | O BRIENNE       | NAME",
        "O Brienne           | obrienne        | NAME",
        "Zo\u00eb Zymurgy      | zoe zymurgy     | NAME",
        "Zoe Zymurgy         | Zo\u00eb Zymurgy  | NAME",
        "Muhammad Qadirzadeh | Mohammed Qadirzadeh | NAME_LIKE",
        "Mohammed Qadirzadeh | Muhamad Kadirzadeh  | NAME_LIKE",
        "Sukarnoputri        | sukarnoputri    | NAME",
        "Sukarnoputri        | sukarnop        | NAME_LIKE",
        "Samira Wolverstone  | samira wolvers  | NAME_LIKE",
        "Samira Wolverstone  | wolv            | NAME_LIKE",
        "\u02bbAl\u012b Zaydzadeh   | ali zaydzadeh | NAME",
        "Ali Zaydzadeh       | \u02bcAl\u012b Zaydzadeh | NAME",
        "Anne-Marie Quill    | Anne Marie Quill | NAME",
        "\u05e2\u05de\u05d9\u05ea \u05db\u05d4\u05e0\u05d5\u05d1 | \u05db\u05d4\u05e0\u05d5\u05d1 | NAME",
        "\u0641\u0627\u0637\u0645\u0629 | \u0641\u0627\u0637\u0645 | NAME_LIKE"
      })
  void aNameIsFound(String name, String typed, String matched) {
    String reference = draft(content -> content.withObject("/person").put("name", name));
    assertThat(searches.matched(user, typed, reference)).isEqualTo("D2 " + matched);
  }

  @Test
  void aNameOfSixtyCharactersIsFound() {
    String name = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis";
    assertThat(name).hasSize(60);
    String reference = draft(content -> content.withObject("/person").put("name", name));
    assertThat(searches.found(user, name)).containsExactly(reference);
    assertThat(searches.found(user, name.substring(0, 20))).containsExactly(reference);
    assertThat(searches.found(user, "Wolfgang Steinhauer")).doesNotContain(reference);
  }

  @Test
  void wordsInTheTextAreFoundAndMarked() {
    String reference =
        draft(
            content ->
                content
                    .withObject("/incident")
                    .put(
                        "narrative",
                        "They shouted outside the caf\u00e9, threw a <b>xylophone</b> and ran to Ka\u02bbabzimmer."));
    JsonNode hit = Searches.hits(searches.of(user, "xylophones cafe")).get(0);
    assertThat(hit.at("/referral/reference").asText()).isEqualTo(reference);
    assertThat(hit.get("dataClass").asText()).isEqualTo("D5");
    assertThat(marked(hit)).containsExactly("caf\u00e9", "xylophone");
    assertThat(searches.found(user, "kaabzimmer")).containsExactly(reference);
    assertThat(searches.found(user, "xyloph")).containsExactly(reference);
    assertThat(searches.found(user, "xyl")).as("three letters begin nothing").isEmpty();
    assertThat(searches.found(user, "\"outside the cafe\" xylophone")).containsExactly(reference);
    assertThat(searches.found(user, "\"cafe outside\" xylophone")).isEmpty();
    assertThat(searches.found(user, "xylophone violin")).isEmpty();
  }

  @Test
  void everyNumberIsFoundHoweverItIsSpaced() {
    String postcode = "AL7 %d%s".formatted(user.hashCode() & 7, "QX");
    String reference =
        draft(
            content -> {
              content.withObject("/incident").put("postcode", postcode);
              content
                  .withObject("/needs")
                  .put("contactDetail", "07700 900 987 or +44 (0)1707 123456, after 6pm");
            });
    assertThat(searches.matched(user, postcode.replace(" ", "").toLowerCase(), reference))
        .isEqualTo("D5 NUMBER");
    assertThat(searches.matched(user, "al7", reference)).isEqualTo("D5 NUMBER");
    for (String number :
        List.of(
            "(07700) 900987", "07700900987", "+44 7700 900987", "01707 123456", "00441707123456")) {
      assertThat(searches.matched(user, number, reference)).as(number).isEqualTo("D4 NUMBER");
    }
    assertThat(searches.found(user, "90098701707"))
        .as("no number of two")
        .doesNotContain(reference);
    assertThat(passage(searches.of(user, postcode), reference)).isEqualTo(postcode);
    assertThat(passage(searches.of(user, "07700900987"), reference)).startsWith("07700 900 987");
    assertThat(searches.matched(user, reference.toLowerCase(), reference))
        .isEqualTo("D1 REFERENCE");
    assertThat(searches.found(user, reference.replace("-", " "))).containsExactly(reference);
    assertThat(searches.found(user, reference.substring(0, 15))).contains(reference);
  }

  @Test
  void anNhsNumberIsFoundInTheTrustAndACrimeByItsNumberOnBothSides() {
    String patient = referrals.sent("nhs.practitioner", "HERTS-POLICE").reference();
    assertThat(searches.matched("nhs.practitioner", "999 007 1209", patient))
        .isEqualTo("D13 NUMBER");
    assertThat(searches.matched("nhs.practitioner", "9990071209", patient)).isEqualTo("D13 NUMBER");
    assertThat(searches.found("police.hco", "9990071209")).doesNotContain(patient);

    String taken = referrals.taken("police.officer");
    String crimes = "/api/referrals/" + taken + "/crimes";
    String number = "41/9%05d/26".formatted(Math.floorMod(user.hashCode(), 100_000));
    Answer recorded =
        api.post(
            "police.officer",
            crimes,
            """
            {"reference":"%s","reportedOn":"2026-11-18","recordedOn":"2026-11-19","offenceClass":"8M","strands":["RAC"]}
            """
                .formatted(number),
            "If-Match",
            api.get("police.officer", crimes).etag());
    assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
    for (String each : List.of("police.officer", "council.officer")) {
      assertThat(searches.matched(each, number, taken)).as(each).isEqualTo("D16 NUMBER");
      assertThat(passage(searches.of(each, number), taken)).as(each).isEqualTo(number);
    }
    for (String other : List.of("council2.officer", "nhs.practitioner", "cps.prosecutor")) {
      assertThat(searches.found(other, number)).as(other).isEmpty();
    }
  }

  /** The force's own: its sender is told no more than the outcome. */
  @Test
  void aUrnIsFoundByTheForceThatKeepsIt() {
    String taken = referrals.taken("police.officer");
    String urn = "41ZZ%07d".formatted(Math.floorMod(user.hashCode(), 10_000_000));
    casework.recordUrn(taken, urn);
    assertThat(searches.matched("police.hco", urn, taken)).isEqualTo("D5 NUMBER");
    assertThat(
            searches.found(
                "police.officer", "41/zz/" + urn.substring(4, 9) + "/" + urn.substring(9)))
        .containsExactly(taken);
    assertThat(passage(searches.of("police.hco", urn), taken)).isEqualTo(urn);
    for (String other : List.of("council.officer", "council2.officer", "cps.prosecutor")) {
      assertThat(searches.found(other, urn)).as(other).isEmpty();
    }
  }

  /** Of several crimes the one that was asked for. */
  @Test
  void ofSeveralNumbersTheOneThatWasFoundIsShown() {
    String taken = referrals.taken("police.officer");
    String number = "41/8%05d/26".formatted(Math.floorMod(user.hashCode(), 100_000));
    String another = number.replace("41/8", "41/7");
    casework.recordCrime(taken, number);
    casework.recordCrime(taken, another);
    assertThat(passage(searches.of("council.officer", number), taken)).isEqualTo(number);
    assertThat(passage(searches.of("council.officer", another), taken)).isEqualTo(another);
  }

  /** The best first, a page at a time, and no more than can be ranked. */
  @Test
  void whatFitsBestComesFirst() {
    String word = Searches.word();
    String inText =
        draft(content -> content.withObject("/incident").put("narrative", "We met " + word));
    String alike = draft(content -> content.withObject("/person").put("name", word + "son"));
    String exact = draft(content -> content.withObject("/person").put("name", "Ann " + word));
    assertThat(searches.found(user, word)).containsExactly(exact, alike, inText);
    Answer first = searches.asked(user, word, 2);
    assertThat(first.json().get("found").asInt()).isEqualTo(3);
    assertThat(first.json().get("more").asBoolean()).isFalse();
    ObjectNode next =
        ((ObjectNode) api.json("{\"limit\":2}"))
            .put("text", word)
            .put("cursor", first.text("/next"));
    Answer second = api.post(user, "/api/searches", next);
    assertThat(Searches.hits(second)).hasSize(1);
    assertThat(second.json().has("next")).isFalse();
  }

  @Test
  void whatCannotBeSearchedForIsSaid() {
    assertThat(searches.asked(user, " ", 10).errors()).containsExactly("text:required");
    assertThat(searches.asked(user, "?x!", 10).errors()).containsExactly("text:too-short");
    assertThat(searches.asked(user, "x".repeat(201), 10).errors()).containsExactly("text:too-long");
    assertThat(searches.asked(user, "xyz", 101).errors()).containsExactly("limit:out-of-range");
    assertThat(api.post(user, "/api/searches", "{\"text\":\"xyz\",\"cursor\":\"-1\"}").errors())
        .containsExactly("cursor:invalid");
    assertThat(api.post(user, "/api/searches", "{\"text\":5,\"limit\":1.5}").errors())
        .containsExactly("text:wrong-type", "limit:wrong-type");
    for (String odd : List.of("the", "& | !", "\"", "'; --", "a:* & b", "\u202e\u200b ab")) {
      assertThat(searches.asked(user, odd, 10).status()).as(odd).isIn(200, 400);
    }
    for (String odd :
        List.of(
            "\u02bbAli",
            "M\u00fc\u02d0ller",
            "abc\u02d0",
            "\u02bdAbcd\u02c8",
            "abcd\u02d0:*",
            "\u02bb\u02bbabcd")) {
      assertThat(searches.asked(user, odd, 10).status()).as(odd).isEqualTo(200);
    }
  }

  @Test
  void aSearchIsInTheLedgerAndItsTextIsNot() {
    String word = Searches.word();
    String reference =
        draft(content -> content.withObject("/incident").put("narrative", "A " + word));
    assertThat(searches.found(user, word)).containsExactly(reference);
    List<String> entry =
        owner.row(
            "select verb, action, array_to_string(data_classes, ','), convert_from(entry, 'UTF8') from ledger_entry"
                + " where actor = (select subject from staff where username = ?) order by at desc limit 1",
            user);
    assertThat(entry.subList(0, 3)).containsExactly("CONSULT", "referral.read", "D1,D2,D5");
    assertThat(entry.get(3)).doesNotContain(word).contains("\"search\"").contains("\"digests\"");
    assertThat(searches.found(user, "unheardof" + word)).isEmpty();
  }

  /** What was shown of one record was not shown of another. */
  @Test
  void theLedgerSaysOfEachRecordWhatWasShownOfIt() {
    String word = Searches.word();
    draft(content -> content.withObject("/incident").put("narrative", "A " + word));
    draft(content -> content.withObject("/incident").put("narrative", "Another " + word));
    String named = draft(content -> content.withObject("/person").put("name", "Ann " + word));
    assertThat(searches.found(user, word)).hasSize(3).contains(named);
    List<String> entries =
        owner.row(
            "select string_agg(array_to_string(data_classes, ',') || ' of ' || cardinality(record_ids), ' and ' order by data_classes)"
                + " from ledger_entry where actor = (select subject from staff where username = ?) and verb = 'CONSULT'"
                + " and convert_from(entry, 'UTF8') like '%\"search\"%'",
            user);
    assertThat(entries).containsExactly("D1,D2 of 1 and D1,D2,D5 of 2");
  }

  @Test
  void whoeverReadsNoReferralsDoesNotSearchThem() {
    for (String other : List.of("council.governance", "council.admin", "board.analyst")) {
      assertThat(searches.asked(other, "anything", 10).status()).as(other).isEqualTo(403);
      assertThat(ledger.refused(other)).contains("referral.read role-lacks-action");
    }
  }

  @Test
  void thePortalFindsWhatWasTypedAndNeverPutsItIntoAnAddress() {
    String word = Searches.word();
    String reference =
        draft(content -> content.withObject("/incident").put("narrative", "<i>A</i> " + word));
    Visitor visitor = visitors.signedIn(user);
    Answer home = visitor.get("/");
    assertThat(home.body()).contains("action=\"/referral/search.xhtml\"");
    assertThat(visitor.get(address(visitor, word)).body())
        .contains(reference, "<mark>" + word + "</mark>", "What happened", "1 referral found")
        .doesNotContain("<i>A</i>")
        .doesNotContain("?search-text");
    assertThat(visitor.get(address(visitor, word + "zz")).body())
        .contains("Nothing found")
        .doesNotContain(reference);
    Answer empty = visitor.post("/referral/search.xhtml", form(""));
    assertThat(empty.body()).contains("Enter what you are looking for", "<title>Error: ");
  }

  @Test
  void aSearchIsKnownToItsSessionAloneAndTwentyOfThem() {
    String word = Searches.word();
    draft(content -> content.withObject("/incident").put("narrative", word));
    Visitor visitor = visitors.signedIn(user);
    String address = address(visitor, word);
    assertThat(address(visitor, word)).as("the same again").isEqualTo(address);
    assertThat(visitors.signedIn(user).get(address).body()).contains(FORGOTTEN);
    for (int i = 0; i < 19; i++) {
      address(visitor, word + i);
    }
    assertThat(visitor.get(address).body()).contains("1 referral found").doesNotContain(FORGOTTEN);
    for (int i = 0; i < 20; i++) {
      address(visitor, word + "x" + i);
    }
    assertThat(visitor.get(address).body()).contains(FORGOTTEN).doesNotContain(word);
  }

  /** Where what was found is, which has no word of what was typed. */
  private static String address(Visitor visitor, String text) {
    Answer sent = visitor.post("/referral/search.xhtml", form(text));
    assertThat(sent.status()).isEqualTo(302);
    String address = sent.header("Location").orElseThrow();
    assertThat(address).contains("search.xhtml?asked=").doesNotContain(text);
    return address;
  }

  private static Map<String, String> form(String text) {
    return Map.of(
        "jakarta.faces.ViewState", "stateless", "form", "form", "search-text", text, "search", "");
  }

  private String draft(Consumer<ObjectNode> change) {
    ObjectNode content = referrals.complete();
    change.accept(content);
    return referrals.draft(user, content).reference();
  }

  /** What is shown of a referral that was found. */
  private static String passage(Answer found, String reference) {
    return Searches.hits(found).stream()
        .filter(hit -> hit.at("/referral/reference").asText().equals(reference))
        .map(hit -> hit.at("/passage/0/text").asText())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> marked(JsonNode hit) {
    return StreamSupport.stream(hit.get("passage").spliterator(), false)
        .filter(piece -> piece.get("marked").asBoolean())
        .map(piece -> piece.get("text").asText())
        .toList();
  }
}
