package uk.concordat.court;

import java.time.LocalDate;
import java.util.List;

/**
 * What the court made of the case against somebody, as a prosecutor records it; what is missing is
 * null.
 *
 * @param finalisation null as long as the case is not over
 * @param reason why there was no conviction
 * @param on the day on which the case was over
 * @param basis null where nobody pleaded guilty
 * @param sentence null where there is none
 * @param supersedes why the result that stands does not
 */
public record ResultContent(
    Finalisation finalisation,
    ReasonGroup reason,
    LocalDate on,
    List<Finding> findings,
    Basis basis,
    Sentence sentence,
    List<StrandResult> strands,
    String supersedes) {
  /** Copies the lists. */
  public ResultContent {
    findings = List.copyOf(findings);
    strands = List.copyOf(strands);
  }

  /** Whether the case is over with a conviction. */
  public boolean convicts() {
    return finalisation != null && finalisation.convicts();
  }

  /** Whether somebody pleaded guilty to something. */
  boolean pleadedGuilty() {
    return findings.stream().anyMatch(one -> one.plea() == Plea.GUILTY);
  }

  /** The last day on which they were found guilty of something; null where they were not. */
  LocalDate convictedOn() {
    return findings.stream()
        .filter(one -> one.guilty() && one.foundOn() != null)
        .map(Finding::foundOn)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** Whether it only says more than another one, which was not over: then it supersedes nothing. */
  boolean goesOnFrom(ResultContent earlier) {
    return earlier.finalisation == null
        && earlier.findings.stream().allMatch(this::keeps)
        && (earlier.basis == null || earlier.basis.equals(basis))
        && (earlier.sentence == null || earlier.sentence.equals(sentence))
        && strands.containsAll(earlier.strands);
  }

  private boolean keeps(Finding said) {
    return findings.stream()
        .filter(one -> one.charge().equals(said.charge()))
        .anyMatch(one -> said.plea() == one.plea() && (said.verdict() == null || said.equals(one)));
  }
}
