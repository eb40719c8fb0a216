package uk.concordat.prosecution;

import uk.concordat.kernel.Urn;
import uk.concordat.referral.Findings;

/** What a file has to say of itself. */
final class FileRules {
  private FileRules() {}

  static Findings findings(FileContent content) {
    var findings = new Findings();
    findings.add(content.urn() != null && Urn.parse(content.urn()).isEmpty(), "urn", "invalid");
    findings.required(content.kind(), "kind");
    findings.required(content.priority(), "priority");
    return findings;
  }

  /** As it is kept, once it was checked. */
  static FileContent kept(FileContent content) {
    return new FileContent(
        content.urn() == null ? null : Urn.parse(content.urn()).orElseThrow().text(),
        content.kind(),
        content.priority());
  }
}
