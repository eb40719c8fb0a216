package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.access.Action;
import uk.concordat.access.Cover;
import uk.concordat.access.DataClass;
import uk.concordat.access.FactsRepository;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Refusals;
import uk.concordat.document.Document;
import uk.concordat.document.DocumentRepository;

/** Lets a draft out of the agency: complete, agreed to or answered for, and covered. */
@ApplicationScoped
class SubmitGuard {
  @Inject SubmitRules rules;
  @Inject Consent consent;
  @Inject Sharings sharings;
  @Inject DocumentRepository documents;
  @Inject AgencyRepository agencies;
  @Inject FactsRepository facts;
  @Inject Refusals refusals;

  /**
   * What goes to the receiver.
   *
   * @throws uk.concordat.kernel.InvalidInput with everything that is missing
   * @throws OverrideNeeded where it goes against the wish and nobody answers for it
   * @throws NotCovered with what no agreement in force covers
   */
  Cleared cleared(Referral referral, ReferralContent content) {
    rules.check(content, agencies.find(referral.route().fromAgency()).orElseThrow());
    return lawful(referral, content, referral.id());
  }

  /**
   * The same of a referral that only goes on.
   *
   * @param first the one that ends with it: a refusal is about that, for this one will not be
   */
  Cleared clearedOnward(Referral referral, ReferralContent content, UUID first) {
    rules.checkOnward(content);
    return lawful(referral, content, first);
  }

  private Cleared lawful(Referral referral, ReferralContent content, UUID refused) {
    List<DataClass> disclosed = disclosed(referral, content);
    List<String> agreements =
        cover(referral, disclosed, Action.REFERRAL_SUBMIT, refused).agreements(disclosed);
    consent.settle(referral, content);
    return new Cleared(disclosed, agreements);
  }

  /** What of the content goes, and the classes of documents that go with it. */
  private List<DataClass> disclosed(Referral referral, ReferralContent content) {
    boolean agreed = content.needs().agreedOrDuty();
    return Stream.concat(
            sharings.of(content).shared().stream(),
            documents.of(referral.id()).stream()
                .map(Document::dataClass)
                .filter(one -> sharings.whole(content.to(), one, agreed)))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The agreements in force that let these classes go to the receiver.
   *
   * @param action by which they go, for the ledger
   * @throws NotCovered with what none lets through
   */
  Cover cover(Referral referral, List<DataClass> disclosed, Action action) {
    return cover(referral, disclosed, action, referral.id());
  }

  private Cover cover(Referral referral, List<DataClass> disclosed, Action action, UUID refused) {
    Cover cover =
        facts.covered(
            referral.route().fromAgency(),
            referral.route().toAgency(),
            referral.matter().footing().purpose());
    Set<DataClass> covered = cover.classes();
    List<DataClass> missing = disclosed.stream().filter(one -> !covered.contains(one)).toList();
    if (!missing.isEmpty()) {
      refusals.record(action.code(), "no-agreement", refused);
      throw covered.isEmpty() ? NotCovered.forPurpose() : NotCovered.forClasses(missing);
    }
    return cover;
  }
}
