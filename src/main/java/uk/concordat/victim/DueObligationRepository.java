package uk.concordat.victim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.caller.Caller;

/** What of the obligations is due; the database answers only the product itself. */
@ApplicationScoped
class DueObligationRepository extends VictimRepository {

  /** An obligation whose time was reckoned with the bank holidays of before. */
  record Reckoned(UUID id, Instant eventAt, Limit limit, Holder holder) {}

  /** Tells the database that the product itself acts in this transaction. */
  void bind(Caller product) {
    one("select 1 from bind_clock(?1, ?2)", product.subject(), product.agency());
  }

  void tell() {
    one("select 1 from tell_of_late_obligations()");
  }

  /** Those reckoned first before the rest. */
  List<Reckoned> reckonedBefore(int limit) {
    return rows(
            "select id, event_at, case entitlement when 'ENHANCED' then enhanced else standard"
                + " end, unit, holder from obligations_to_reckon(?1)",
            limit)
        .map(
            row ->
                new Reckoned(
                    (UUID) row[0],
                    at(row[1]),
                    new Limit(number(row[2]), Limit.Unit.valueOf((String) row[3])),
                    Holder.valueOf((String) row[4])))
        .toList();
  }

  /** Sets anew when it is due; what it was is kept. */
  void reckon(UUID id, Instant due, long calendar) {
    one("select 1 from reckon_obligation(?1, cast(?2 as timestamptz), ?3)", id, due, calendar);
  }
}
