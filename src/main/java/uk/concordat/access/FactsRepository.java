package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.caller.Caller;

/**
 * Gathers what the gate must know of a record besides what stands in it. Of exclusions and grants
 * it loads those that concern the caller, which is all that the database shows and the decision
 * needs.
 */
@ApplicationScoped
public class FactsRepository {
  @Inject EntityManager em;
  @Inject Clock clock;

  /** The facts of a record that matter to this caller, read anew. */
  public RecordFacts of(Participation record, boolean restricted, Caller caller) {
    UUID id = record.record();
    return new RecordFacts(
        record,
        restricted,
        restricted
            ? subjects("select subject from restriction_name where record = ?1", id)
            : Set.of(),
        subjects("select subject from exclusion where record = ?1 and lifted_at is null", id),
        grants(id),
        flows(record, caller.agency()));
  }

  /** Whether an exclusion bars the person from the record; the database shows the caller's own. */
  public boolean excludes(UUID record, UUID subject) {
    return subjects("select subject from exclusion where record = ?1 and lifted_at is null", record)
        .contains(subject);
  }

  /** How the referrals that were made of incidents stand to the caller, by incident. */
  public Map<UUID, List<ReferredFacts>> referred(Collection<UUID> incidents) {
    return rows(
            "select incident, array_to_string(restricted_by, ','), named, excluded from"
                + " referred_facts(cast(string_to_array(?1, ',') as uuid[]))",
            incidents.stream().map(UUID::toString).collect(Collectors.joining(",")))
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(
                    row -> new ReferredFacts(agencies(row[1]), (Boolean) row[2], (Boolean) row[3]),
                    Collectors.toList())));
  }

  /** What may go from one agency to another for a purpose, by the agreements in force now. */
  public Cover covered(String from, String to, String purpose) {
    return new Cover(
        flows(from, to).stream()
            .filter(flow -> flow.covers(from, to, purpose, clock.instant()))
            .toList());
  }

  /** What agreements let or once let through between two agencies, either way. */
  public List<Flow> flows(String agency, String other) {
    return rows(
            "select g.code || ' version ' || g.version, c.from_agency, case c.from_agency when"
                + " g.party_a then g.party_b else g.party_a end, string_agg(c.data_class, ','),"
                + " array_to_string(g.purposes, ','), g.active_from, g.active_to from agreement g"
                + " join agreement_class c on c.agreement = g.id where g.active_from is not null and"
                + " least(g.party_a, g.party_b) = least(?1, ?2) and greatest(g.party_a, g.party_b) ="
                + " greatest(?1, ?2) group by g.id, c.from_agency",
            agency,
            other)
        .map(
            row ->
                new Flow(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    classes(row[3]),
                    Set.of(((String) row[4]).split(",")),
                    new Period(instant(row[5]), instant(row[6]))))
        .toList();
  }

  private List<Flow> flows(Participation record, String agency) {
    return Stream.of(record.toAgency(), agency)
        .filter(other -> other != null && !other.equals(record.fromAgency()))
        .distinct()
        .flatMap(other -> flows(record.fromAgency(), other).stream())
        .toList();
  }

  private List<Grant> grants(UUID record) {
    return rows(
            "select subject, agency, role, kind, array_to_string(data_classes, ','), purpose,"
                + " valid_from, least(valid_to, revoked_at) from access_grant where record = ?1",
            record)
        .map(
            row ->
                new Grant(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    row[3].equals("BREAK_GLASS"),
                    classes(row[4]),
                    (String) row[5],
                    new Period(instant(row[6]), instant(row[7]))))
        .toList();
  }

  private Set<UUID> subjects(String sql, UUID record) {
    List<?> found = em.createNativeQuery(sql).setParameter(1, record).getResultList();
    return found.stream().map(UUID.class::cast).collect(Collectors.toSet());
  }

  private Stream<Object[]> rows(String sql, Object... parameters) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast);
  }

  private static Set<String> agencies(Object joined) {
    String codes = (String) joined;
    return codes.isEmpty() ? Set.of() : Set.of(codes.split(","));
  }

  private static Set<DataClass> classes(Object joined) {
    return Arrays.stream(((String) joined).split(","))
        .map(DataClass::valueOf)
        .collect(Collectors.toSet());
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
