package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.concordat.access.DataClass;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Postcode;

/** Puts what somebody says of a case into a draft: as much as is sound, where it belongs. */
@ApplicationScoped
class DraftWriter {
  @Inject ReferralRepository referrals;
  @Inject AgencyRepository agencies;
  @Inject CodeListRepository codeLists;
  @Inject Receivers receivers;
  @Inject CompartmentRepository compartments;
  @Inject DraftRules rules;
  @Inject ReferralGate gate;

  /**
   * Keeps the content; answers the classes written.
   *
   * @throws InvalidInput with everything that cannot be kept
   */
  Set<DataClass> write(Referral referral, ReferralContent given, Instant now) {
    ReferralContent content = tidy(given);
    List<FieldError> wrong = wrong(referral, content);
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    return store(referral, content, now);
  }

  /**
   * Keeps the content; answers the classes written, of the compartments only those that changed.
   */
  Set<DataClass> store(Referral referral, ReferralContent content, Instant now) {
    ReferralType type = receivers.type(sender(referral), content.to()).orElse(null);
    referrals.hold(referral.id());
    referral.describe(content, type, team(content.to()), now);
    referrals.identity(referral.id()).orElseThrow().set(content.person());
    referrals.needs(referral.id()).orElseThrow().set(content.needs());
    referrals.incident(referral.id()).orElseThrow().set(content.incident());
    referrals.flush();
    Set<DataClass> written = EnumSet.copyOf(Sharings.CORE);
    Set<Compartment> drafted = Compartment.among(gate.access(referral).shown());
    Map<DataClass, Long> versions = compartments.versions(referral.id());
    Further stored = compartments.read(referral.id(), drafted);
    for (Compartment compartment : drafted) {
      Map<String, String> texts = content.further().of(compartment);
      if (!texts.equals(stored.of(compartment))) {
        compartments.write(referral.id(), compartment, texts, versions);
        written.add(compartment.dataClass());
      }
    }
    return written;
  }

  /**
   * Keeps the classes that an amendment changes; the header stays as it is.
   *
   * @param versions those on which the content rests
   */
  void amend(
      Referral referral,
      ReferralContent content,
      Set<DataClass> changed,
      Map<DataClass, Long> versions) {
    if (changed.contains(DataClass.D2)) {
      referrals.identity(referral.id()).orElseThrow().set(content.person());
    }
    if (changed.contains(DataClass.D4)) {
      referrals.needs(referral.id()).orElseThrow().set(content.needs());
    }
    if (changed.contains(DataClass.D5)) {
      referrals.incident(referral.id()).orElseThrow().set(content.incident());
    }
    referrals.flush();
    Compartment.among(changed)
        .forEach(
            part -> compartments.write(referral.id(), part, content.further().of(part), versions));
  }

  /** What of the content cannot be kept. */
  List<FieldError> wrong(Referral referral, ReferralContent content) {
    Agency sender = sender(referral);
    List<FieldError> wrong = new ArrayList<>();
    receivers.wrong(sender, content.to()).ifPresent(wrong::add);
    wrong.addAll(rules.wrong(content, sender, codeLists.today()));
    Set<DataClass> drafted = gate.access(referral).shown();
    content.further().held().stream()
        .filter(compartment -> !drafted.contains(compartment.dataClass()))
        .map(compartment -> new FieldError(compartment.key(), "not-yours"))
        .forEach(wrong::add);
    return wrong;
  }

  private Agency sender(Referral referral) {
    return agencies.find(referral.route().fromAgency()).orElseThrow();
  }

  private String team(String to) {
    return Optional.ofNullable(to).flatMap(agencies::find).map(Agency::receivingTeam).orElse(null);
  }

  /** The same with a postcode in its usual form. */
  static ReferralContent tidy(ReferralContent content) {
    Incident incident = content.incident();
    return content.withIncident(
        new Incident(
            incident.category(),
            incident.narrative(),
            incident.occurred(),
            incident.locationType(),
            incident.place(),
            incident.postcode() == null
                ? null
                : Postcode.parse(incident.postcode())
                    .map(Postcode::text)
                    .orElse(incident.postcode()),
            incident.perceivedBy()));
  }
}
