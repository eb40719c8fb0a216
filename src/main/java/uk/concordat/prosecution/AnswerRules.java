package uk.concordat.prosecution;

import java.time.LocalDate;
import uk.concordat.referral.Findings;

/** What an answer to the checklist has to say: of what is not there yet, why, and by when. */
final class AnswerRules {
  private static final int PARAGRAPH = 2_000;

  private AnswerRules() {}

  static Findings findings(FileAnswer answer, FileItem item, LocalDate today) {
    var findings = new Findings();
    findings.required(answer.status(), "status");
    findings.required(answer.words(), "words");
    findings.typed(PARAGRAPH, answer.words(), "words");
    boolean follows = answer.status() == FileAnswer.Status.TO_FOLLOW;
    findings.add(
        item.core() && answer.status() != null && answer.status() != FileAnswer.Status.THERE,
        "status",
        "needed-now");
    findings.add(follows && answer.dueOn() == null, "dueOn", "required");
    findings.add(
        follows && answer.dueOn() != null && !answer.dueOn().isAfter(today),
        "dueOn",
        "not-in-the-future");
    findings.add(!follows && answer.dueOn() != null, "dueOn", "not-to-follow");
    return findings;
  }
}
