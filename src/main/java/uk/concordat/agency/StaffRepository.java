package uk.concordat.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.agency.StaffPost.Since;

/**
 * Reads who holds which post in the caller's agency, as the database's own wall would have it too.
 */
@ApplicationScoped
public class StaffRepository {
  private static final String POSTS =
      "select s.subject, s.agency, s.username, s.display_name, array_to_string(case when s.roles = '{}' then"
          + " array[s.role] else s.roles end, ','), s.role, array_to_string(s.teams, ','),"
          + " s.suspended_at is not null from staff s where s.agency = caller_agency() ";

  @Inject EntityManager em;

  /** Everybody, by name, whether suspended or not. */
  public List<StaffPost> posts() {
    return posts(POSTS + "order by s.display_name, s.username");
  }

  /** A colleague by their identity; empty for other agencies' staff. */
  public Optional<StaffPost> post(UUID subject) {
    return posts(POSTS + "and s.subject = ?1", subject).stream().findFirst();
  }

  private List<StaffPost> posts(String sql, Object... parameters) {
    List<Tie> leads = leads();
    List<Tie> managers = managers();
    return rows(sql, parameters).map(row -> post(row, leads, managers)).toList();
  }

  /** What ties somebody to a team or to somebody else today. */
  private record Tie(UUID subject, UUID other, Since since, Since back) {}

  private List<Tie> leads() {
    return rows("select l.subject, l.team, l.valid_from from team_lead l join staff s on s.subject ="
            + " l.subject and s.agency = l.agency and l.team = any (s.teams) where"
            + " s.agency = caller_agency() and days(l.valid_from, l.valid_to) @> now() order by l.team")
        .map(row -> new Tie((UUID) row[0], null, since(row[1], row[1], row[2]), null))
        .toList();
  }

  private List<Tie> managers() {
    return rows("select k.subject, k.manager, m.username, m.display_name, s.username,"
            + " s.display_name, k.valid_from from staff_manager k join staff s on s.subject ="
            + " k.subject join staff m on m.subject = k.manager where s.agency = caller_agency() and"
            + " days(k.valid_from, k.valid_to) @> now() order by s.display_name, k.valid_from desc")
        .map(
            row ->
                new Tie(
                    (UUID) row[0],
                    (UUID) row[1],
                    since(row[2], row[3], row[6]),
                    since(row[4], row[5], row[6])))
        .toList();
  }

  private static StaffPost post(Object[] row, List<Tie> leads, List<Tie> managers) {
    UUID subject = (UUID) row[0];
    return new StaffPost(
        subject,
        (String) row[1],
        (String) row[2],
        (String) row[3],
        list(row[4]),
        (String) row[5],
        list(row[6]),
        (Boolean) row[7],
        leads.stream().filter(tie -> tie.subject.equals(subject)).map(Tie::since).toList(),
        managers.stream()
            .filter(tie -> tie.subject.equals(subject))
            .map(Tie::since)
            .findFirst()
            .orElse(null),
        managers.stream().filter(tie -> tie.other.equals(subject)).map(Tie::back).toList());
  }

  private static Since since(Object code, Object name, Object day) {
    return new Since((String) code, (String) name, ((Date) day).toLocalDate());
  }

  private static List<String> list(Object joined) {
    return Arrays.stream(((String) joined).split(",")).filter(each -> !each.isEmpty()).toList();
  }

  private Stream<Object[]> rows(String sql, Object... parameters) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return ((List<?>) query.getResultList()).stream().map(Object[].class::cast);
  }
}
