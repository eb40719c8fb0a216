package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.FactsRepository;
import uk.concordat.access.Participation;
import uk.concordat.access.ReferredFacts;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.InvalidInput;

/**
 * Reads lists of what the caller's agency holds, newest first, one page by its key. The database
 * leaves out what the caller may not see; each row is put before the gate all the same.
 */
@ApplicationScoped
class IncidentListing {
  private static final String ROWS =
      """
      with page as (
        select i.* from incident i
         where i.agency = ?1 and i.state = ?2 and (i.state = 'LOGGED' or i.owner = ?3)%1$s
         order by i.id %2$s limit %3$d)
      select p.id, p.reference, p.state, p.agency, p.team, p.owner, p.origin_agency, p.strands, p.person_known,
             a.category, a.repeat, d.name, p.changed_at, p.logged_at, repeat_linked(p.id)
        from page p left join incident_account a on a.incident = p.id left join incident_identity d on d.incident = p.id
       order by p.id %2$s
      """;

  @Inject EntityManager em;
  @Inject IncidentGate gate;
  @Inject FactsRepository facts;
  @Inject Refusals refusals;

  IncidentPage page(IncidentQuery query, Caller caller) {
    IncidentCursor cursor = query.cursor() == null ? null : IncidentCursor.decode(query.cursor());
    if (cursor != null && !cursor.holder().equals(caller.subject())) {
      refusals.record(Action.INCIDENT_READ.code(), "cursor-of-another", Entry.INCIDENT, null);
      throw new InvalidInput("cursor", "invalid");
    }
    boolean forward = cursor == null || cursor.forward();
    List<Object[]> rows = rows(query, cursor, caller);
    boolean more = rows.size() > query.limit();
    rows = new ArrayList<>(more ? rows.subList(0, query.limit()) : rows);
    if (!forward) {
      Collections.reverse(rows);
    }
    Map<UUID, List<ReferredFacts>> referred =
        facts.referred(rows.stream().map(row -> (UUID) row[0]).toList());
    boolean before = !rows.isEmpty() && (forward ? cursor != null : more);
    boolean after = !rows.isEmpty() && (!forward || more);
    return new IncidentPage(
        rows.stream().map(row -> summary(row, referred)).filter(Objects::nonNull).toList(),
        before ? place(caller, false, rows.get(0)) : null,
        after ? place(caller, true, rows.get(rows.size() - 1)) : null);
  }

  private List<Object[]> rows(IncidentQuery query, IncidentCursor cursor, Caller caller) {
    var where = new StringBuilder();
    List<Object> values = new ArrayList<>();
    if (query.category() != null) {
      values.add(query.category());
      where.append(
          " and exists (select from incident_account c where c.incident = i.id and c.category = ?"
              + (values.size() + 3)
              + ")");
    }
    if (query.strand() != null) {
      values.add(query.strand().name());
      where.append(" and ?" + (values.size() + 3) + " = any (string_to_array(i.strands, ','))");
    }
    if (query.reference() != null) {
      values.add(query.reference());
      where.append(" and starts_with(i.reference, ?" + (values.size() + 3) + ")");
    }
    boolean forward = cursor == null || cursor.forward();
    if (cursor != null) {
      values.add(cursor.id());
      where.append(" and i.id " + (forward ? "<" : ">") + " ?" + (values.size() + 3));
    }
    Query statement =
        em.createNativeQuery(ROWS.formatted(where, forward ? "desc" : "asc", query.limit() + 1))
            .setParameter(1, caller.agency())
            .setParameter(2, query.state().name())
            .setParameter(3, caller.subject());
    for (int i = 0; i < values.size(); i++) {
      statement.setParameter(i + 4, values.get(i));
    }
    List<?> found = statement.getResultList();
    return found.stream().map(Object[].class::cast).collect(Collectors.toList());
  }

  /** Null where the gate does not let it through. */
  private IncidentSummary summary(Object[] row, Map<UUID, List<ReferredFacts>> referred) {
    IncidentState state = IncidentState.valueOf((String) row[2]);
    var held =
        new Participation(
            (UUID) row[0],
            state == IncidentState.DRAFT,
            (UUID) row[5],
            (String) row[3],
            (String) row[4],
            null,
            null,
            null,
            null,
            false,
            null);
    Set<DataClass> shown = gate.access(held, referred).shown();
    if (!shown.contains(DataClass.D1)) {
      return null;
    }
    boolean account = shown.contains(DataClass.D5);
    boolean identity = shown.contains(DataClass.D2);
    return new IncidentSummary(
        (UUID) row[0],
        (String) row[1],
        state,
        (String) row[6],
        Codes.strands((String) row[7]),
        account ? (String) row[9] : null,
        account ? (Boolean) row[10] : null,
        account && (Boolean) row[14],
        identity ? (Boolean) row[8] : null,
        identity ? (String) row[11] : null,
        instant(row[12]),
        instant(row[13]));
  }

  private static String place(Caller holder, boolean forward, Object[] row) {
    return new IncidentCursor(holder.subject(), forward, (UUID) row[0]).encode();
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
