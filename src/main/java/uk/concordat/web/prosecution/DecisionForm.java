package uk.concordat.web.prosecution;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.CodeTest;
import uk.concordat.prosecution.DecisionContent;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.HostilityTest;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** What is typed of a decision, as it was typed. */
public class DecisionForm {
  private final Map<String, String> provable = new HashMap<>();
  private final Map<String, String> analysis = new HashMap<>();
  private String decision;
  private String evidential;
  private String evidentialMet;
  private String publicInterest;
  private String interestMet;
  private List<String> conditions = List.of();
  private List<String> charges = List.of();
  private String noAlternative;
  private String told;

  /** The decisions that the reader can make on somebody now. */
  static List<ReviewMove> possible(FileView view, Defendant one) {
    return view.moves().stream()
        .filter(move -> move.saying() == ReviewMove.Saying.DECISION)
        .filter(move -> leaves(move, one.state(), view.awaitsFullCode(one)))
        .toList();
  }

  /** A decision is made on a review, a decision that was overturned, or a file that is back. */
  private static boolean leaves(ReviewMove move, ReviewState state, boolean awaitsFullCode) {
    return switch (state) {
      case UNDER_REVIEW -> move != ReviewMove.APPLY_FULL_CODE;
      case OVERTURNED -> move.charges() && move != ReviewMove.APPLY_FULL_CODE;
      case CHARGE_AUTHORISED, PROSECUTION -> awaitsFullCode && move == ReviewMove.APPLY_FULL_CODE;
      case INADEQUATE, EARLY_ADVICE, ACTION_PLAN, PENDING -> move == ReviewMove.ADMIN_FINALISED;
      default -> false;
    };
  }

  /** What was typed, for that decision. */
  DecisionContent content(ReviewMove move, Set<Strand> flagged, TypedAnswers answers) {
    // Where no test is to be applied, words of one are refused by the service, not dropped; what
    // was
    // chosen cannot be emptied in a browser, and says nothing without them.
    boolean tested = move != ReviewMove.ADMIN_FINALISED || isTested();
    Set<UUID> chosen = charges.stream().map(PageAddress::id).collect(Collectors.toSet());
    return new DecisionContent(
        TypedAnswers.blank(told),
        chosen,
        tested ? test(move, answers) : null,
        tested ? flagged.stream().flatMap(one -> limbs(one, answers)).toList() : List.of());
  }

  private boolean isTested() {
    return Stream.concat(
                Stream.of(evidential, publicInterest, noAlternative), analysis.values().stream())
            .anyMatch(one -> TypedAnswers.blank(one) != null)
        || !conditions.isEmpty();
  }

  private CodeTest test(ReviewMove move, TypedAnswers answers) {
    Set<CodeTest.Condition> met = EnumSet.noneOf(CodeTest.Condition.class);
    Arrays.stream(CodeTest.Condition.values())
        .filter(one -> conditions.contains(one.name()))
        .forEach(met::add);
    return new CodeTest(
        move == ReviewMove.CHARGE_THRESHOLD ? CodeTest.Kind.THRESHOLD : CodeTest.Kind.FULL_CODE,
        TypedAnswers.blank(evidential),
        answers.yesOrNo(evidentialMet, "test.evidentialMet", null),
        TypedAnswers.blank(publicInterest),
        answers.yesOrNo(interestMet, "test.interestMet", null),
        met,
        TypedAnswers.blank(noAlternative));
  }

  private Stream<HostilityTest> limbs(Strand strand, TypedAnswers answers) {
    return Arrays.stream(HostilityTest.Limb.values())
        .map(
            limb -> {
              String key = strand + "-" + limb;
              String field = "hostility." + strand + "." + limb + ".provable";
              return new HostilityTest(
                  strand,
                  limb,
                  answers.yesOrNo(provable.get(key), field, null),
                  TypedAnswers.blank(analysis.get(key)));
            });
  }

  public Map<String, String> getProvable() {
    return provable;
  }

  public Map<String, String> getAnalysis() {
    return analysis;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }

  public String getEvidential() {
    return evidential;
  }

  public void setEvidential(String evidential) {
    this.evidential = evidential;
  }

  public String getEvidentialMet() {
    return evidentialMet;
  }

  public void setEvidentialMet(String evidentialMet) {
    this.evidentialMet = evidentialMet;
  }

  public String getPublicInterest() {
    return publicInterest;
  }

  public void setPublicInterest(String publicInterest) {
    this.publicInterest = publicInterest;
  }

  public String getInterestMet() {
    return interestMet;
  }

  public void setInterestMet(String interestMet) {
    this.interestMet = interestMet;
  }

  public List<String> getConditions() {
    return conditions;
  }

  public void setConditions(List<String> conditions) {
    this.conditions = conditions == null ? List.of() : conditions;
  }

  public List<String> getCharges() {
    return charges;
  }

  public void setCharges(List<String> charges) {
    this.charges = charges == null ? List.of() : charges;
  }

  public String getNoAlternative() {
    return noAlternative;
  }

  public void setNoAlternative(String noAlternative) {
    this.noAlternative = noAlternative;
  }

  public String getTold() {
    return told;
  }

  public void setTold(String told) {
    this.told = told;
  }
}
