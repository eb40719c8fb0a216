package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.codelist.CodeLists;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.CaseworkReferral;
import uk.concordat.referral.Findings;

/**
 * What a hate crime officer makes of a referral that arrived. Each method is one transaction and
 * asks one permission; they throw what {@link CrimeService} throws.
 */
@ApplicationScoped
public class TriageService {
  private static final int PARAGRAPH = 2_000;

  @Inject TriageRepository triages;
  @Inject CodeListRepository codeLists;
  @Inject Casework casework;
  @Inject Clock clock;

  /** The triages of a referral; none for those who do not see the force's own work. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Triages of(String reference) {
    return consulted(casework.read(reference, Action.REFERRAL_READ));
  }

  /**
   * Makes one, from the acknowledgement on; the last one stands, and the others are kept.
   *
   * @param version of the triages, as the caller saw them
   * @throws InvalidInput with everything that is wrong
   * @throws NotFound where the caller may not see the referral
   */
  @Transactional
  @Requires(Action.REFERRAL_TRIAGE)
  public Triages triage(String reference, String version, TriageContent content) {
    CaseworkReferral referral =
        casework.worked(reference, Action.REFERRAL_TRIAGE, Casework.ARRIVED);
    Triages before = view(referral);
    if (!before.version().equals(version)) {
      throw new StaleVersion(Action.REFERRAL_TRIAGE.code(), referral.id());
    }
    check(content, before);
    if (!triages.add(
        referral, before.items().size() + 1, content, casework.caller(), clock.instant())) {
      throw new StaleVersion(Action.REFERRAL_TRIAGE.code(), referral.id());
    }
    casework.append(
        referral,
        before.items().isEmpty() ? Verb.COLLECT : Verb.ALTER,
        Action.REFERRAL_TRIAGE,
        List.of(DataClass.D5),
        new Change(before.items().stream().findFirst().orElse(null), content));
    return consulted(referral);
  }

  private void check(TriageContent content, Triages before) {
    var findings = new Findings();
    CodeLists lists = codeLists.today();
    findings.required(content.hateRelated(), "hateRelated");
    findings.add(
        Boolean.TRUE.equals(content.hateRelated()) && content.strands().isEmpty(),
        "strands",
        "required");
    findings.add(content.strands().contains(Strand.UNK), "strands", "unknown");
    findings.required(content.urgency(), "urgency");
    findings.add(
        content.urgency() != null
            && content.urgency() != before.urgency()
            && (content.reason() == null || content.reason().isBlank()),
        "reason",
        "required");
    findings.typed(PARAGRAPH, content.reason(), "reason");
    findings.add(
        content.redFlags().stream().anyMatch(flag -> !lists.has("red-flag", flag)),
        "redFlags",
        "unknown");
    findings.required(content.nextStep(), "nextStep");
    findings.add(
        content.nextStep() != null && !lists.has("triage-next-step", content.nextStep()),
        "nextStep",
        "unknown");
    findings.throwIfAny();
  }

  /** What the caller sees of them. */
  Triages view(CaseworkReferral referral) {
    boolean shown = referral.shows(DataClass.D5);
    List<Triage> seen = shown ? triages.of(referral.id()) : List.of();
    return new Triages(
        referral.reference(),
        String.valueOf(seen.size()),
        seen,
        shown ? seen.stream().findFirst().map(Triage::urgency).orElse(referral.urgency()) : null,
        casework.may(referral, Action.REFERRAL_TRIAGE, Casework.ARRIVED));
  }

  private Triages consulted(CaseworkReferral referral) {
    Triages seen = view(referral);
    casework.shown(referral, List.of(seen.items().isEmpty() ? DataClass.D1 : DataClass.D5));
    return seen;
  }
}
