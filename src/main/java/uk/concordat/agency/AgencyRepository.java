package uk.concordat.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads agencies and, of the caller's own agency only, staff; the database shows no others. */
@ApplicationScoped
public class AgencyRepository {
  @Inject EntityManager em;

  /** Agencies that take part today, by name. */
  public List<Agency> all() {
    return rows("select code, name, kind, regime, unit, receiving_team from agency"
            + " where days(valid_from, valid_to) @> now() order by name")
        .map(AgencyRepository::agency)
        .toList();
  }

  /** One agency that takes part today. */
  public Optional<Agency> find(String code) {
    return all().stream().filter(agency -> agency.code().equals(code)).findFirst();
  }

  /** Agencies by code. */
  public Map<String, Agency> byCode() {
    return all().stream().collect(Collectors.toMap(Agency::code, Function.identity()));
  }

  /** The words for each role, by its code. */
  public Map<String, String> roleNames() {
    return rows("select code, name from staff_role")
        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1], (a, b) -> b));
  }

  /** The roles that can be held in such an agency today, by their code. */
  public List<String> rolesIn(AgencyKind kind) {
    return rows(
            "select code, name from staff_role where ?1 = any (kinds)"
                + " and days(valid_from, valid_to) @> now() order by code",
            kind.name())
        .map(row -> (String) row[0])
        .toList();
  }

  /** Colleagues of the caller who are not suspended, by name. */
  public List<StaffMember> colleagues() {
    return rows("select subject, username, display_name, role from staff"
            + " where agency = caller_agency() and suspended_at is null order by display_name, username")
        .map(AgencyRepository::staff)
        .toList();
  }

  /** Colleagues of the caller who act in one of the roles and are not suspended, by name. */
  public List<StaffMember> colleagues(Collection<String> roles) {
    return colleagues().stream().filter(member -> roles.contains(member.role())).toList();
  }

  /** A colleague of the caller by their identity; empty for other agencies' staff. */
  public Optional<StaffMember> colleague(UUID subject) {
    return rows(
            "select subject, username, display_name, role from staff where agency ="
                + " caller_agency() and subject = ?1",
            subject)
        .map(AgencyRepository::staff)
        .findFirst();
  }

  /** A colleague of the caller by user name; empty for other agencies' staff. */
  public Optional<StaffMember> colleague(String username) {
    return rows(
            "select subject, username, display_name, role from staff where agency ="
                + " caller_agency() and suspended_at is null and username = ?1",
            username)
        .map(AgencyRepository::staff)
        .findFirst();
  }

  private java.util.stream.Stream<Object[]> rows(String sql, Object... parameters) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return ((List<?>) query.getResultList()).stream().map(Object[].class::cast);
  }

  private static Agency agency(Object[] row) {
    return new Agency(
        (String) row[0],
        (String) row[1],
        AgencyKind.valueOf((String) row[2]),
        (String) row[3],
        (String) row[4],
        (String) row[5]);
  }

  private static StaffMember staff(Object[] row) {
    return new StaffMember((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]);
  }
}
