package uk.concordat.it;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.concordat.kernel.Reference;

/**
 * The ways in which a record does not exist for somebody, by what hides it: nothing about an answer
 * may tell them apart. Made for an officer of the hate crime unit of {@code HERTS-POLICE}.
 */
record HiddenRecords(Map<String, String> references) {
  /** A well-formed reference that no test ever reaches. */
  static final String UNKNOWN = Reference.of(2026, 999_998).text();

  static HiddenRecords from(Api api, DatabaseOwner owner, String username) {
    var referrals = new Referrals(api);
    Map<String, String> references = new LinkedHashMap<>();
    references.put("forbidden", referrals.sent("council2.officer", "BTP").reference());
    references.put("a draft of another", referrals.draft().reference());
    String excluded = referrals.received().reference();
    owner.exclude(excluded, username);
    references.put("excluded", excluded);
    String restricted = referrals.received().reference();
    referrals.restricted("police.hco", restricted);
    references.put("restricted", restricted);
    return new HiddenRecords(references);
  }
}
