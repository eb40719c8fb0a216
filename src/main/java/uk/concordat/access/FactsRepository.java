package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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
  private static final String AMONG = " record = any (cast(string_to_array(?1, ',') as uuid[]))";

  @Inject EntityManager em;
  @Inject Clock clock;

  /** The facts of a record that matter to this caller, read anew. */
  public RecordFacts of(Participation record, boolean restricted, Caller caller) {
    return of(Map.of(record, restricted), caller).get(0);
  }

  /**
   * The same of several, each with whether it is restricted, in no order: as many statements for
   * all of them as for one, but for those about agreements, one for each two agencies.
   */
  public List<RecordFacts> of(Map<Participation, Boolean> restricted, Caller caller) {
    Set<UUID> all =
        restricted.keySet().stream().map(Participation::record).collect(Collectors.toSet());
    Set<UUID> closed =
        restricted.keySet().stream()
            .filter(restricted::get)
            .map(Participation::record)
            .collect(Collectors.toSet());
    Map<UUID, Set<UUID>> named =
        closed.isEmpty() ? Map.of() : subjects("restriction_name where true", closed);
    Map<UUID, Set<UUID>> excluded = subjects("exclusion where lifted_at is null", all);
    Map<UUID, List<Grant>> grants = grants(all);
    Map<List<String>, List<Flow>> known = new HashMap<>();
    return restricted.keySet().stream()
        .map(
            record ->
                new RecordFacts(
                    record,
                    restricted.get(record),
                    named.getOrDefault(record.record(), Set.of()),
                    excluded.getOrDefault(record.record(), Set.of()),
                    grants.getOrDefault(record.record(), List.of()),
                    flows(record, caller.agency(), known)))
        .toList();
  }

  /** Whether an exclusion bars the person from the record; the database shows the caller's own. */
  public boolean excludes(UUID record, UUID subject) {
    return subjects("exclusion where lifted_at is null", Set.of(record))
        .getOrDefault(record, Set.of())
        .contains(subject);
  }

  /** How the referrals that were made of incidents stand to the caller, by incident. */
  public Map<UUID, List<ReferredFacts>> referred(Collection<UUID> incidents) {
    return rows(
            "select incident, array_to_string(restricted_by, ','), named, excluded from"
                + " referred_facts(cast(string_to_array(?1, ',') as uuid[]))",
            joined(incidents))
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

  private List<Flow> flows(
      Participation record, String agency, Map<List<String>, List<Flow>> known) {
    String from = record.fromAgency();
    return Stream.of(record.toAgency(), agency)
        .filter(other -> other != null && !other.equals(from))
        .distinct()
        .flatMap(
            other ->
                known.computeIfAbsent(List.of(from, other), two -> flows(from, other)).stream())
        .toList();
  }

  private Map<UUID, List<Grant>> grants(Set<UUID> records) {
    return rows(
            "select record, subject, agency, role, kind, array_to_string(data_classes, ','),"
                + " purpose, valid_from, least(valid_to, revoked_at) from access_grant where"
                + AMONG,
            joined(records))
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(
                    row ->
                        new Grant(
                            (UUID) row[1],
                            (String) row[2],
                            (String) row[3],
                            row[4].equals("BREAK_GLASS"),
                            classes(row[5]),
                            (String) row[6],
                            new Period(instant(row[7]), instant(row[8]))),
                    Collectors.toList())));
  }

  private Map<UUID, Set<UUID>> subjects(String which, Set<UUID> records) {
    return rows("select record, subject from " + which + " and" + AMONG, joined(records))
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(row -> (UUID) row[1], Collectors.toSet())));
  }

  private Stream<Object[]> rows(String sql, Object... parameters) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast);
  }

  private static String joined(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
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
