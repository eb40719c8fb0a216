package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.agency.StaffMember;
import uk.concordat.audit.Change;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.CaseworkMoves;
import uk.concordat.referral.CaseworkReferral;
import uk.concordat.referral.Findings;
import uk.concordat.referral.ReferralView;

/**
 * The one officer whom the person harmed can turn to. Where the referral is handed on by whoever it
 * was, it goes with it (trigger {@code hand_contact_on}). Each method is one transaction and asks
 * one permission; they throw what {@link CrimeService} throws.
 */
@ApplicationScoped
public class ContactOfficerService {
  private static final int LINE = 200;

  @Inject ContactOfficerRepository contacts;
  @Inject AgencyRepository agencies;
  @Inject CaseworkMoves moves;
  @Inject Casework casework;
  @Inject Clock clock;

  /** Who it is: for the force, and for the sender's people who see what is said to them. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ContactOfficers of(String reference) {
    return consulted(casework.read(reference, Action.REFERRAL_READ));
  }

  /**
   * Names an officer and a safe way to reach them. The sender is told (D16), as far as an agreement
   * lets it through.
   *
   * @param version as the caller saw it
   * @param officer user name; null for whoever works on the referral
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.SAFETY_PLAN)
  public ContactOfficers name(String reference, String version, String officer, String reach) {
    CaseworkReferral referral = casework.worked(reference, Action.SAFETY_PLAN, Casework.TAKEN_ON);
    ContactOfficers before = view(referral);
    if (!before.version().equals(version)) {
      throw stale(referral);
    }
    StaffMember chosen = chosen(referral, officer);
    var findings = new Findings();
    findings.add(chosen == null || !contacts.contactable(referral, chosen), "officer", "unknown");
    findings.required(reach, "reach");
    findings.typed(LINE, reach, "reach");
    findings.throwIfAny();
    if (!contacts.name(referral, chosen, reach, casework.caller(), clock.instant())) {
      throw stale(referral);
    }
    casework.tell(
        referral, Action.SAFETY_PLAN, new Change(before.current(), now(referral).orElse(null)));
    return consulted(referral);
  }

  /**
   * Gives the referral to another colleague; throws what {@link CaseworkMoves#assign} throws. Where
   * whoever had it was the contact, the next one is, and the sender is told.
   *
   * @param assignee user name
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView assign(String reference, String version, String assignee) {
    return withContact(reference, () -> moves.assign(reference, version, assignee));
  }

  /** The same of one of many: {@link CaseworkMoves#assignOneOfMany}. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public void assignOneOfMany(String reference, String version, String assignee) {
    withContact(
        reference,
        () -> {
          moves.assignOneOfMany(reference, version, assignee);
          return null;
        });
  }

  private ReferralView withContact(String reference, Supplier<ReferralView> move) {
    CaseworkReferral referral = casework.read(reference, Action.REFERRAL_READ);
    Optional<ContactOfficer> before = now(referral);
    ReferralView assigned = move.get();
    Optional<ContactOfficer> after = now(referral);
    if (!after.equals(before)) {
      casework.tell(
          referral, Action.REFERRAL_ASSIGN, new Change(before.orElse(null), after.orElse(null)));
    }
    return assigned;
  }

  private Optional<ContactOfficer> now(CaseworkReferral referral) {
    return contacts.of(referral.id()).stream().filter(one -> one.until() == null).findFirst();
  }

  private StaffMember chosen(CaseworkReferral referral, String officer) {
    return officer == null || officer.isBlank()
        ? agencies.colleague(referral.assignee()).orElse(null)
        : agencies.colleague(officer.strip()).orElse(null);
  }

  private static StaleVersion stale(CaseworkReferral referral) {
    return new StaleVersion(Action.SAFETY_PLAN.code(), referral.id());
  }

  /** What the caller sees of it. */
  ContactOfficers view(CaseworkReferral referral) {
    List<ContactOfficer> all = contacts.of(referral.id());
    List<ContactOfficer> seen =
        referral.shows(DataClass.D4)
            ? all
            : all.stream().filter(one -> referral.feedback() && one.until() == null).toList();
    return new ContactOfficers(
        referral.reference(),
        seen.size() + (seen.isEmpty() ? "" : "-" + seen.get(0).since().toEpochMilli()),
        seen,
        casework.may(referral, Action.SAFETY_PLAN, Casework.TAKEN_ON));
  }

  private ContactOfficers consulted(CaseworkReferral referral) {
    ContactOfficers seen = view(referral);
    casework.shown(referral, List.of(seen.items().isEmpty() ? DataClass.D1 : DataClass.D16));
    return seen;
  }
}
