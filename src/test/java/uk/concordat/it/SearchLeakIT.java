package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.stack.DemoAccount;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * A word that stands only in what somebody does not see finds nothing and changes nothing. What
 * they see is asked of the gate, record by record, which knows nothing of how search looks for it.
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith({ApiExtension.class, StackExtension.class})
class SearchLeakIT {
  private final Api api;
  private final Referrals referrals;
  private final Searches searches;
  private final Compartments compartments;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;
  private final List<String> people;

  /** The reference of each record by the word of its compartments. */
  private final Map<String, String> records = new LinkedHashMap<>();

  SearchLeakIT(
      Api api,
      Compartments compartments,
      DatabaseOwner owner,
      StaffDirectory directory,
      Stack stack) {
    this.api = api;
    this.compartments = compartments;
    this.owner = owner;
    this.directory = directory;
    referrals = new Referrals(api);
    searches = new Searches(api);
    people = stack.accounts().stream().map(DemoAccount::username).toList();
  }

  @BeforeAll
  void fillEverything() {
    put(referrals.received().reference());
    put(referrals.sent("nhs.practitioner", "HERTS-POLICE").reference());
    String prosecuted = referrals.sent("police.hco", "CPS-THAMES-CHILTERN").reference();
    put(prosecuted);
    String rejected = referrals.received().reference();
    String label = put(rejected);
    referrals.moved(
        "police.hco",
        rejected,
        "{\"move\":\"reject\",\"reason\":\"OUT_OF_AREA\",\"text\":\"%1$s\",\"advice\":\"%1$s\"}"
            .formatted(word("D16", label)));
    referrals.moved("cps.prosecutor", prosecuted, "{\"move\":\"acknowledge\"}");
    referrals.moved(
        "cps.prosecutor", prosecuted, "{\"move\":\"accept\",\"assignee\":\"cps.prosecutor2\"}");
    api.subject("cps.reviewer");
    owner.grant(prosecuted, "cps.reviewer");
    String excluded = referrals.received().reference();
    owner.exclude(excluded, "police.officer");
    owner.exclude(excluded, "council.lead");
    put(excluded);
    String restricted = referrals.received().reference();
    put(restricted);
    referrals.restricted("police.hco", restricted);
  }

  private String put(String reference) {
    String label = Searches.word();
    records.put(label, reference);
    compartments.fill(reference, label);
    return label;
  }

  Stream<String> people() {
    return people.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void whoeverSearchesFindsAClassWhereTheGateShowsItAndNowhereElse(String person) {
    if (searches.asked(person, "anything", 1).status() == 403) {
      return;
    }
    records.forEach(
        (label, reference) -> {
          Set<String> shown = shown(person, reference);
          for (String dataClass : classes()) {
            List<String> found = searches.found(person, word(dataClass, label));
            boolean there = dataClass.equals("D16") ? said(label) : true;
            assertThat(found)
                .as("%s searches for %s of %s", person, dataClass, reference)
                .isEqualTo(there && shown.contains(dataClass) ? List.of(reference) : List.of());
          }
        });
  }

  /** The walk proves nothing unless somebody finds each class, and somebody does not. */
  @Test
  void eachClassIsFoundBySomebodyAndWithheldFromSomebodyWhoReads() {
    for (String dataClass : classes()) {
      List<Boolean> finds = new ArrayList<>();
      for (String person :
          List.of(
              "police.hco",
              "police.officer",
              "council.officer",
              "nhs.practitioner",
              "cps.prosecutor",
              "cps.prosecutor2",
              "cps.reviewer")) { // reads names as initials
        records.forEach(
            (label, reference) -> {
              if (!shown(person, reference).isEmpty()
                  && (!dataClass.equals("D16") || said(label))) {
                finds.add(!searches.found(person, word(dataClass, label)).isEmpty());
              }
            });
      }
      // whoever reads a record at all reads these in full; its header alone lets nobody search
      if (!Set.of("D4", "D5", "D16").contains(dataClass)) {
        assertThat(finds).as(dataClass).contains(false);
      }
      assertThat(finds).as(dataClass).contains(true);
    }
  }

  /** What the sender answered has a table of its own. */
  @Test
  void anAnswerIsFoundByThoseWhoReadItOnly() {
    String word = Searches.word();
    String reference = referrals.received().reference();
    String day = LocalDate.now().plusDays(3).toString();
    referrals.moved(
        "police.hco",
        reference,
        "{\"move\":\"ask\",\"text\":\"Where?\",\"dueOn\":\"" + day + "\"}");
    referrals.moved(
        "council.officer", reference, "{\"move\":\"answer\",\"text\":\"By the " + word + ".\"}");
    for (String reader : List.of("police.hco", "police.officer", "council.officer")) {
      assertThat(searches.found(reader, word)).as(reader).containsExactly(reference);
      assertThat(searches.of(reader, word).body())
          .as(reader)
          .contains("{\"text\":\"" + word + "\",\"marked\":true}");
    }
    owner.exclude(reference, "police.officer");
    for (String other :
        List.of("police.officer", "council2.officer", "nhs.practitioner", "cps.prosecutor")) {
      assertThat(searches.found(other, word)).as(other).isEmpty();
    }
  }

  /** The same answer, byte for byte, before and after: count, order, passage and all. */
  @Test
  void whatIsWithheldChangesNoCountNoOrderAndNoPassage() {
    String word = Searches.word();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      var content = referrals.complete();
      content.withObject("/incident").put("narrative", "A " + word + " ".repeat(i + 1) + word);
      String draft = referrals.draft("council.officer", content).reference();
      found.add(draft);
      referrals.moved("council.officer", draft, "{\"move\":\"submit\"}");
    }
    String barred = referrals.received().reference();
    owner.exclude(barred, "police.officer");
    String before = searches.of("police.officer", word).body();
    assertThat(found).allSatisfy(one -> assertThat(before).contains(one));
    for (String reference : found.subList(0, 2)) {
      owner.plant(reference, "referral_intelligence", "report", (word + " ").repeat(30));
      owner.plant(reference, "referral_witness", "name", word);
      owner.plant(reference, "referral_safeguarding", "concern", word);
    }
    owner.plant(barred, "referral_incident", "narrative", (word + " ").repeat(40));
    owner.plant(barred, "referral_identity", "name", word);
    owner.plant(referrals.draft().reference(), "referral_housing", "history", word);
    owner.plant(
        referrals.sent("council2.officer", "BTP").reference(),
        "referral_incident",
        "narrative",
        word);
    assertThat(searches.of("police.officer", word).body()).isEqualTo(before);
    assertThat(searches.of("council.officer", word).body()).isNotEqualTo(before);
  }

  @Test
  void whatIsTakenBackIsFoundNoMore() {
    String withdrawn = referrals.received().reference();
    String label = put(withdrawn);
    String word = word("D5", label);
    assertThat(searches.found("police.officer", word)).containsExactly(withdrawn);
    referrals.moved(
        "council.officer",
        withdrawn,
        "{\"move\":\"withdraw\",\"reason\":\"DECLINED\",\"text\":\"No more.\"}");
    assertThat(searches.found("police.officer", word)).isEmpty();
    assertThat(searches.found("council.officer", word)).containsExactly(withdrawn);
    records.remove(label);
  }

  @Test
  void aRecallEndsItAtOnce() {
    String recalled = referrals.sent("police.officer", "STEVENAGE-COUNCIL").reference();
    String label = put(recalled);
    String word = word("D5", label);
    assertThat(searches.found("council2.officer", word)).containsExactly(recalled);
    referrals.moved(
        "police.lead",
        recalled,
        "{\"move\":\"recall\",\"reason\":\"WRONG_AGENCY\",\"text\":\"The name of the council was mistyped.\"}");
    assertThat(searches.found("council2.officer", word)).isEmpty();
    records.remove(label);
  }

  @Test
  void aGrantLetsFindAndItsEndEndsThat() {
    String reference = referrals.received().reference();
    String label = put(reference);
    String other = directory.joins("BTP/hate-crime-unit", "hate-crime-officer");
    api.subject(other);
    String word = word("D5", label);
    assertThat(searches.found(other, word)).isEmpty();
    owner.breakGlass(reference, other);
    assertThat(searches.found(other, word)).containsExactly(reference);
    owner.letGrantsHaveEnded(other);
    assertThat(searches.found(other, word)).isEmpty();
    records.remove(label);
  }

  @Test
  void aDraftIsFoundByWhoeverWritesItOnly() {
    String draft = referrals.draft().reference();
    String label = Searches.word();
    compartments.fill(draft, label);
    for (String dataClass : List.of("D2", "D5", "D14")) {
      assertThat(searches.found("council.officer", word(dataClass, label))).containsExactly(draft);
      for (String other : List.of("council.lead", "police.hco", "council2.officer")) {
        assertThat(searches.found(other, word(dataClass, label))).as(other).isEmpty();
        assertThat(searches.found(other, draft)).as(other).isEmpty();
      }
    }
  }

  private boolean said(String label) {
    return label.equals(List.copyOf(records.keySet()).get(3));
  }

  private static List<String> classes() {
    List<String> classes = new ArrayList<>(Compartments.classes());
    classes.add("D16");
    return classes;
  }

  /** One word, so that nothing of it stands anywhere else. */
  private static String word(String dataClass, String label) {
    return Compartments.canary(dataClass, label);
  }

  /** What the gate shows somebody in full. */
  private Set<String> shown(String person, String reference) {
    Answer read = api.get(person, "/api/referrals/" + reference);
    if (read.status() != 200) {
      return Set.of();
    }
    Set<String> withheld =
        StreamSupport.stream(read.json().get("withheld").spliterator(), false)
            .map(one -> one.get("dataClass").asText())
            .collect(Collectors.toSet());
    return classes().stream().filter(one -> !withheld.contains(one)).collect(Collectors.toSet());
  }
}
