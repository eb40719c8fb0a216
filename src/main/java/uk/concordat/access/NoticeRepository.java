package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells people that something waits for them; a notice holds no content. */
@ApplicationScoped
public class NoticeRepository {
  /**
   * A notice is worth what its reader may know today: one about a request is there for those whom
   * the request concerns, and one about a broken glass names the record only to governance and to
   * those who see it anyway; what waits for an answer is there for those who may give it, and what
   * is told of a referral or a document for those who see it, but that it was recalled for those
   * who saw it. What it is about is a colleague's identity in two kinds.
   */
  private static final String SELECT =
      "select n.id, n.kind, case when r.id is not null or b.id is not null or n.kind not like"
          + " 'REFERRAL%' and n.kind <> 'GLASS_BROKEN' or n.kind = 'REFERRAL_RECALLED' then n.reference end,"
          + " case when n.kind not in ('REFERRAL_GIVEN_AWAY', 'REFERRAL_RECALLED') then n.about end, n.at, exists (select from notice_seen s where"
          + " s.notice = n.id and s.subject = caller_subject()), coalesce(b.subject <> caller_subject(),"
          + " false), n.agency, (select"
          + " p.display_name from staff p where p.subject = n.about and n.kind in"
          + " ('GLASS_REPEATED', 'REFERENCES_GUESSED')) from notice n left join break_glass b on b.id ="
          + " n.about left join referral r on r.reference = n.reference and (n.kind = 'GLASS_BROKEN' or n.kind like 'REFERRAL%')"
          + " where n.viewer = any (cast(caller_viewers() as text[])) and case when n.kind like 'ACCESS%' then exists (select from access_request q where"
          + " q.id = n.about) when n.kind = 'GLASS_BROKEN' then n.viewer not like '%/%' or b.id is not null"
          + " or r.id is not null when n.kind like 'NAMING%' then exists (select from incident i where"
          + " i.id = n.about) when n.kind = 'DOCUMENT_ADDED' then exists (select from document d where"
          + " d.id = n.about and d.attached_by <> caller_subject()) when n.kind = 'OVERRIDE_WAITS' then exists (select from"
          + " draft_to_override(n.reference)) when n.kind like 'REFERRAL%' then r.id is not null or"
          + " n.kind in ('REFERRAL_GIVEN_AWAY', 'REFERRAL_RECALLED') else true end ";

  @Inject EntityManager em;

  /** Tells one person. */
  public void tell(UUID subject, String kind, String reference, UUID about) {
    em.createNativeQuery(
            "insert into notice (viewer, kind, reference, about) values (?1, ?2, ?3, ?4)")
        .setParameter(1, "#" + subject)
        .setParameter(2, kind)
        .setParameter(3, reference)
        .setParameter(4, about)
        .executeUpdate();
  }

  /** Tells those who may decide on the caller's own request that it was answered. */
  public void tellDeciders(UUID request) {
    em.createNativeQuery("select 1 from tell_deciders(?1)")
        .setParameter(1, request)
        .getSingleResult();
  }

  /** Tells those who may that a draft of the caller's waits for them to answer for it. */
  public void tellOverriders(String reference) {
    em.createNativeQuery("select 1 from tell_overriders(?1)")
        .setParameter(1, reference)
        .getSingleResult();
  }

  /**
   * Tells, once each, of emergencies that nobody reviewed in time. Whoever reads what they are told
   * sets it off, for everybody, and so does the clock.
   */
  public void escalate() {
    em.createNativeQuery("select 1 from escalate_glasses()").getSingleResult();
  }

  /** The newest of the caller's. */
  List<Notice> newest(int most) {
    return rows(SELECT + "order by n.at desc, n.id limit ?1", most).toList();
  }

  /** One of the caller's. */
  Optional<Notice> find(UUID id) {
    return rows(SELECT + "and n.id = ?1", id).findFirst();
  }

  /**
   * Those of them that whoever is bound may read now and has not opened: what a mail may say waits
   * is what the portal would list.
   */
  public List<UUID> unseen(List<UUID> among) {
    String ids = among.stream().map(UUID::toString).collect(Collectors.joining(","));
    return rows(SELECT + "and n.id = any (cast(string_to_array(?1, ',') as uuid[]))", ids)
        .filter(notice -> !notice.seen())
        .map(Notice::id)
        .toList();
  }

  /** Keeps that the caller has opened it. */
  void seen(UUID id) {
    em.createNativeQuery(
            "insert into notice_seen (notice, subject) values (?1, caller_subject()) on conflict do"
                + " nothing")
        .setParameter(1, id)
        .executeUpdate();
  }

  /** Keeps that the caller has seen what the notices about a request or a broken glass lead to. */
  public void seenAbout(UUID about) {
    em.createNativeQuery(
            "insert into notice_seen (notice, subject) select n.id, caller_subject() from notice n"
                + " where n.viewer = any (cast(caller_viewers() as text[])) and n.about = ?1 on"
                + " conflict do nothing")
        .setParameter(1, about)
        .executeUpdate();
  }

  private Stream<Notice> rows(String sql, Object parameter) {
    List<?> rows = em.createNativeQuery(sql).setParameter(1, parameter).getResultList();
    return rows.stream().map(Object[].class::cast).map(NoticeRepository::notice);
  }

  private static Notice notice(Object[] row) {
    return new Notice(
        (UUID) row[0],
        Notice.Kind.valueOf((String) row[1]),
        (String) row[2],
        (UUID) row[3],
        ((Timestamp) row[4]).toInstant(),
        (Boolean) row[5],
        (Boolean) row[6],
        (String) row[7],
        (String) row[8]);
  }
}
