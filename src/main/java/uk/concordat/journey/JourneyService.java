package uk.concordat.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.CaseworkGate;
import uk.concordat.referral.FileReferral;
import uk.concordat.referral.ProsecutionGate;

/**
 * A case from its first report to its end, with its waits (issue 7): what everybody who reads the
 * referral may know of it (D1), and no more. Reading it is one transaction and in the ledger, with
 * every referral of which something was shown.
 */
@ApplicationScoped
public class JourneyService {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject Instance<JourneySource> sources;
  @Inject JourneyRepository repository;
  @Inject ProsecutionGate gate;
  @Inject CaseworkGate others;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * The whole of it, of the referral to prosecutors and those that it came on from.
   *
   * @throws NotFound where the caller may not see the referral, there is none, or it does not go to
   *     prosecutors
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Journey of(String reference) {
    FileReferral referral = gate.read(reference, Action.REFERRAL_READ);
    if (!referral.shows(DataClass.D1)) {
      throw gate.refused(referral, Action.REFERRAL_READ, "not-permitted");
    }
    Set<UUID> readable = others.readable(repository.chain(referral.id())).keySet();
    List<JourneyStep> steps =
        sources.stream().flatMap(source -> source.steps(readable).stream()).toList();
    ledger.append(
        Entry.listed(Action.REFERRAL_READ.code(), List.copyOf(readable), EnumSet.of(DataClass.D1)));
    return Journey.of(referral.reference(), steps, LocalDate.now(clock.withZone(LONDON)));
  }
}
