package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.DataClass;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.codelist.CodeLists;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

/**
 * What may be amended of a referral that was sent: what the caller sees in full and may write down,
 * except what the sending rests on. It stays complete and sound.
 */
@ApplicationScoped
class AmendmentRules {
  @Inject AccessPolicy policy;
  @Inject DraftRules draftRules;
  @Inject SubmitRules submitRules;
  @Inject AgencyRepository agencies;
  @Inject CodeListRepository codeLists;
  @Inject RelatedRepository related;
  @Inject CurrentCaller current;

  /**
   * The classes that are amended.
   *
   * @throws InvalidInput with everything that is wrong, or where nothing changes
   */
  Set<DataClass> check(Referral referral, ReferralView before, ReferralContent now) {
    ReferralContent old = before.content();
    List<FieldError> wrong = new ArrayList<>(fixed(old, now));
    Set<DataClass> changed = changed(old, now);
    Set<DataClass> writes = policy.drafted(current.get().role());
    for (DataClass dataClass : changed) {
      if (!before.access().shown().contains(dataClass) || !writes.contains(dataClass)) {
        wrong.add(new FieldError(path(dataClass), "not-yours"));
      }
    }
    Agency sender = agencies.find(referral.route().fromAgency()).orElseThrow();
    CodeLists lists = codeLists.today();
    List<FieldError> stood = draftRules.wrong(old, sender, lists); // a code may have ended since
    draftRules.wrong(now, sender, lists).stream()
        .filter(error -> !stood.contains(error))
        .forEach(wrong::add);
    if (wrong.isEmpty() && changed.isEmpty()) {
      wrong.add(new FieldError("change", "nothing-changed"));
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    if (related.cameOn(referral.id())) {
      submitRules.checkOnward(now);
    } else {
      submitRules.check(now, sender);
    }
    return changed;
  }

  /** The header, and what was agreed with the person harmed: the sending rests on them. */
  private static List<FieldError> fixed(ReferralContent old, ReferralContent now) {
    var findings = new Findings();
    fixed(findings, "to", old.to(), now.to());
    fixed(findings, "urgency", old.urgency(), now.urgency());
    fixed(findings, "strands", old.strands(), now.strands());
    fixed(findings, "footing", old.footing(), now.footing());
    fixed(findings, "person.known", old.person().known(), now.person().known());
    fixed(findings, "needs.wish", old.needs().wish(), now.needs().wish());
    fixed(
        findings,
        "needs.overrideReason",
        old.needs().overrideReason(),
        now.needs().overrideReason());
    fixed(findings, "needs.told", old.needs().told(), now.needs().told());
    fixed(
        findings, "needs.notToldReason", old.needs().notToldReason(), now.needs().notToldReason());
    fixed(
        findings,
        "needs.confidentiality",
        old.needs().confidentiality(),
        now.needs().confidentiality());
    return findings.all();
  }

  private static void fixed(Findings findings, String field, Object old, Object now) {
    findings.add(!Objects.equals(old, now), field, "not-amendable");
  }

  private static Set<DataClass> changed(ReferralContent old, ReferralContent now) {
    Set<DataClass> changed = EnumSet.noneOf(DataClass.class);
    if (!old.person().equals(now.person())) {
      changed.add(DataClass.D2);
    }
    if (!old.needs().equals(now.needs())) {
      changed.add(DataClass.D4);
    }
    if (!old.incident().equals(now.incident())) {
      changed.add(DataClass.D5);
    }
    for (Compartment part : Compartment.values()) {
      if (!old.further().of(part).equals(now.further().of(part))) {
        changed.add(part.dataClass());
      }
    }
    return changed;
  }

  private static String path(DataClass dataClass) {
    return switch (dataClass) {
      case D2 -> "person";
      case D4 -> "needs";
      case D5 -> "incident";
      default -> Compartment.of(dataClass).map(Compartment::key).orElseThrow();
    };
  }
}
