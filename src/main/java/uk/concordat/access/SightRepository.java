package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.access.StaffSight.Barred;
import uk.concordat.access.StaffSight.Given;
import uk.concordat.access.StaffSight.Seen;
import uk.concordat.access.StaffSight.Source;

/**
 * Asks the database, from the visibility on which its policies decide, what a member of staff could
 * see. It answers governance of their agency only, and only of records that governance may know.
 */
@ApplicationScoped
public class SightRepository {
  private static final Map<String, Source> SOURCES =
      Map.of(
          "owner", Source.OWN,
          "assignee", Source.ASSIGNED,
          "team", Source.TEAM,
          "agency", Source.AGENCY,
          "header", Source.HEADER,
          "grant", Source.GRANT,
          "break-glass", Source.BREAK_GLASS);

  @Inject EntityManager em;

  /** Records that they could see today, newest first. */
  public List<Seen> records(UUID subject) {
    Map<UUID, Seen> records = new LinkedHashMap<>();
    rows(
            "select record, reference, type, state, from_agency, to_agency, role, source, until from"
                + " sight_of(?1) order by sent desc nulls last, reference desc",
            subject)
        .map(SightRepository::seen)
        .forEach(seen -> records.merge(seen.record(), seen, SightRepository::both));
    return new ArrayList<>(records.values());
  }

  /** Sight that they were given or took, as long as it lasts, oldest first. */
  public List<Given> grants(UUID subject) {
    return rows(
            "select reference, owner_agency, kind, role, data_classes, valid_from, valid_to from"
                + " grants_of(?1)",
            subject)
        .map(
            row ->
                new Given(
                    (String) row[0],
                    (String) row[1],
                    Source.valueOf((String) row[2]),
                    (String) row[3],
                    classes((String) row[4]),
                    instant(row[5]),
                    instant(row[6])))
        .toList();
  }

  /** Records that they must not see, as far as the caller may know them, oldest first. */
  public List<Barred> exclusions(UUID subject) {
    return rows(
            "select h.reference, x.reason, x.set_at from exclusion x join referral_header h on"
                + " h.referral = x.record where x.subject = ?1 and x.lifted_at is null and"
                + " knows(x.record) order by x.set_at",
            subject)
        .map(row -> new Barred((String) row[0], (String) row[1], instant(row[2])))
        .toList();
  }

  private static Seen seen(Object[] row) {
    return new Seen(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5],
        Set.of((String) row[6]),
        EnumSet.of(SOURCES.get(row[7])),
        instant(row[8]));
  }

  /** One record for both reasons, for as long as the longer one lasts. */
  private static Seen both(Seen one, Seen other) {
    Set<String> roles = new TreeSet<>(one.roles());
    roles.addAll(other.roles());
    Set<Source> sources = EnumSet.copyOf(one.sources());
    sources.addAll(other.sources());
    Instant until =
        one.until() == null || other.until() == null
            ? null
            : one.until().isAfter(other.until()) ? one.until() : other.until();
    return new Seen(
        one.record(),
        one.reference(),
        one.type(),
        one.state(),
        one.from(),
        one.to(),
        roles,
        sources,
        until);
  }

  private static Set<DataClass> classes(String joined) {
    return Arrays.stream(joined.split(","))
        .map(DataClass::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataClass.class)));
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }

  private Stream<Object[]> rows(String sql, UUID subject) {
    List<?> rows = em.createNativeQuery(sql).setParameter(1, subject).getResultList();
    return rows.stream().map(Object[].class::cast);
  }
}
