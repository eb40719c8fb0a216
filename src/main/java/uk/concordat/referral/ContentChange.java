package uk.concordat.referral;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import uk.concordat.access.DataClass;
import uk.concordat.audit.Change;

/** What has become of the content of a draft, by data class, for the digests of the ledger. */
record ContentChange(ReferralContent old, ReferralContent now) {

  Map<String, Change> byClass() {
    Map<String, Change> changes = new TreeMap<>();
    changes.put(DataClass.D2.name(), new Change(old.person(), now.person()));
    changes.put(DataClass.D4.name(), new Change(old.needs(), now.needs()));
    changes.put(DataClass.D5.name(), new Change(old.incident(), now.incident()));
    Arrays.stream(Compartment.values())
        .forEach(
            part ->
                changes.put(
                    part.dataClass().name(),
                    new Change(old.further().of(part), now.further().of(part))));
    return changes;
  }
}
