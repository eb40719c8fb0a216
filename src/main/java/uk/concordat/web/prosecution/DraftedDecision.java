package uk.concordat.web.prosecution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.concordat.web.TypedAnswers;

/** What is typed of a decision as it is kept until it is recorded: text by field. */
record DraftedDecision(DecisionForm form) {
  private static final String PROVABLE = "provable.";
  private static final String ANALYSIS = "analysis.";

  /** Everything that was typed or chosen; what was left empty is not there. */
  Map<String, String> typed() {
    Map<String, String> typed = new HashMap<>();
    typed.put("decision", form.getDecision());
    typed.put("evidential", form.getEvidential());
    typed.put("evidentialMet", form.getEvidentialMet());
    typed.put("publicInterest", form.getPublicInterest());
    typed.put("interestMet", form.getInterestMet());
    typed.put("noAlternative", form.getNoAlternative());
    typed.put("told", form.getTold());
    typed.put("conditions", String.join(" ", form.getConditions()));
    typed.put("charges", String.join(" ", form.getCharges()));
    form.getProvable().forEach((key, text) -> typed.put(PROVABLE + key, text));
    form.getAnalysis().forEach((key, text) -> typed.put(ANALYSIS + key, text));
    typed.values().removeIf(text -> TypedAnswers.blank(text) == null);
    return typed;
  }

  /** Puts it back on the page. */
  void fill(Map<String, String> typed) {
    form.setDecision(typed.get("decision"));
    form.setEvidential(typed.get("evidential"));
    form.setEvidentialMet(typed.get("evidentialMet"));
    form.setPublicInterest(typed.get("publicInterest"));
    form.setInterestMet(typed.get("interestMet"));
    form.setNoAlternative(typed.get("noAlternative"));
    form.setTold(typed.get("told"));
    form.setConditions(words(typed.get("conditions")));
    form.setCharges(words(typed.get("charges")));
    typed.forEach(
        (key, text) -> {
          if (key.startsWith(PROVABLE)) {
            form.getProvable().put(key.substring(PROVABLE.length()), text);
          } else if (key.startsWith(ANALYSIS)) {
            form.getAnalysis().put(key.substring(ANALYSIS.length()), text);
          }
        });
  }

  private static List<String> words(String joined) {
    return joined == null ? List.of() : Arrays.asList(joined.split(" "));
  }
}
