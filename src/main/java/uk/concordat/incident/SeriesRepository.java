package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.kernel.StaleVersion;

/** Finds what belongs together among what the database shows the caller. */
@ApplicationScoped
class SeriesRepository {
  /** More than a person can look at on one page would say little. */
  private static final int MOST = 20;

  private static final String MEMBERS =
      """
      with recursive series (id) as (
        select cast(?1 as uuid) union
        select case when l.earlier = s.id then l.later else l.earlier end
          from series s join incident_link l on s.id in (l.earlier, l.later) and l.verdict = 'CONFIRMED' and l.superseded_at is null)
      select i.reference from series s join incident i on i.id = s.id where i.id <> cast(?1 as uuid) order by i.id
      """;
  private static final String DECISIONS =
      """
      select i.reference, l.ground, l.verdict = 'CONFIRMED', l.reason, l.decided_role, l.decided_at, l.superseded_at is null
        from incident_link l join incident i on i.id = case when l.earlier = ?1 then l.later else l.earlier end
       where ?1 in (l.earlier, l.later) order by l.decided_at desc, i.id desc
      """;
  private static final String PROPOSALS =
      """
      select i.reference, c.ground, a.category, i.logged_at
        from incident_candidates(?1) c join incident i on i.id = c.incident and i.state = 'LOGGED' and i.agency = ?2
        left join incident_account a on a.incident = i.id
       where (c.ground <> 'PERSON' or ?3)
         and not exists (select from incident_link l where l.ground = c.ground and l.earlier = least(i.id, ?1) and l.later = greatest(i.id, ?1))
       order by i.id desc, c.ground limit\s"""
          + MOST;

  @Inject EntityManager em;

  /**
   * What the database shows of a series.
   *
   * @param persons whether somebody may be proposed as the same person
   */
  IncidentSeries of(Incident incident, boolean persons) {
    List<?> members =
        em.createNativeQuery(MEMBERS).setParameter(1, incident.id().toString()).getResultList();
    return new IncidentSeries(
        members.stream().map(String.class::cast).toList(),
        decisions(incident),
        proposals(incident, persons));
  }

  private List<LinkDecision> decisions(Incident incident) {
    List<?> rows = em.createNativeQuery(DECISIONS).setParameter(1, incident.id()).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new LinkDecision(
                    (String) row[0],
                    Ground.valueOf((String) row[1]),
                    (Boolean) row[2],
                    (Boolean) row[6],
                    (String) row[3],
                    (String) row[4],
                    ((Timestamp) row[5]).toInstant()))
        .toList();
  }

  private List<LinkProposal> proposals(Incident incident, boolean persons) {
    List<?> rows =
        em.createNativeQuery(PROPOSALS)
            .setParameter(1, incident.id())
            .setParameter(2, incident.agency())
            .setParameter(3, persons)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new LinkProposal(
                    (String) row[0],
                    Ground.valueOf((String) row[1]),
                    (String) row[2],
                    ((Timestamp) row[3]).toInstant()))
        .toList();
  }

  /**
   * Keeps a decision; false where the database does not let the caller.
   *
   * @param seen the decision that it supersedes; null for the first
   * @throws StaleVersion where another stands by now
   */
  boolean link(
      UUID one,
      UUID other,
      Ground ground,
      boolean confirmed,
      String reason,
      LinkDecision seen,
      Instant now) {
    Object kept =
        em.createNativeQuery(
                "select link_incidents(?1, ?2, ?3, ?4, ?5, cast(?6 as timestamptz), ?7)")
            .setParameter(1, one)
            .setParameter(2, other)
            .setParameter(3, ground.name())
            .setParameter(4, confirmed ? "CONFIRMED" : "DISMISSED")
            .setParameter(5, reason)
            .setParameter(6, seen == null ? null : seen.at().toString())
            .setParameter(7, Timestamp.from(now))
            .getSingleResult();
    if (kept == null) {
      throw new StaleVersion();
    }
    return (Boolean) kept;
  }
}
