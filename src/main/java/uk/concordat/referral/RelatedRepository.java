package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import uk.concordat.kernel.Reference;

/** Keeps which referrals belong together; the database shows a link to those who see both. */
@ApplicationScoped
class RelatedRepository {
  @Inject EntityManager em;
  @Inject ReferralRepository referrals;
  @Inject ReferralGate gate;

  /** What belongs together with a referral, as far as the caller may read that too. */
  List<RelatedReferral> of(UUID referral) {
    List<?> rows =
        em.createNativeQuery(
                "select case when l.referral = ?1 then l.kind when l.kind = 'DUPLICATE_OF' then"
                    + " 'DUPLICATED_BY' else 'REDIRECTED_FROM' end, r.reference from referral_link l"
                    + " join referral r on r.id in (l.referral, l.other) and r.id <> ?1 where ?1 in"
                    + " (l.referral, l.other) order by l.linked_at")
            .setParameter(1, referral)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new RelatedReferral(
                    RelatedReferral.Relation.valueOf((String) row[0]), (String) row[1]))
        .filter(this::read)
        .toList();
  }

  private boolean read(RelatedReferral related) {
    return Reference.parse(related.reference())
        .flatMap(referrals::find)
        .filter(other -> gate.access(other).reads())
        .isPresent();
  }

  /** Whether it came on from another agency's referral, also where the caller does not see that. */
  boolean cameOn(UUID referral) {
    return (Boolean)
        em.createNativeQuery("select came_on(?1)").setParameter(1, referral).getSingleResult();
  }

  /** Keeps that one went on as another, and whether whoever sent it agreed. */
  void redirected(Referral first, Referral child, boolean senderAgrees) {
    link(first, RelatedReferral.Relation.REDIRECTED_AS, child, senderAgrees);
  }

  /** Keeps that one is a duplicate of another. */
  void duplicate(Referral duplicate, Referral kept) {
    link(duplicate, RelatedReferral.Relation.DUPLICATE_OF, kept, null);
  }

  /**
   * Whether the other one is open or was taken on. Both are held until the transaction ends, in one
   * order, so that two cannot end as duplicates of each other.
   */
  boolean lasts(Referral duplicate, Referral other) {
    List<?> states =
        em.createNativeQuery(
                "select r.state from referral r where r.id in (?1, ?2) order by r.id for update")
            .setParameter(1, duplicate.id())
            .setParameter(2, other.id())
            .getResultList();
    return !states.isEmpty()
        && Boolean.TRUE.equals(
            em.createNativeQuery(
                    "select is_open(state) and state <> 'DRAFT' or state = 'CLOSED' from referral"
                        + " where id = ?1")
                .setParameter(1, other.id())
                .getSingleResult());
  }

  private void link(
      Referral referral, RelatedReferral.Relation kind, Referral other, Boolean senderAgrees) {
    em.createNativeQuery(
            "insert into referral_link (referral, other, kind, linked_by, sender_agrees) values"
                + " (?1, ?2, ?3, caller_subject(), cast(?4 as boolean))")
        .setParameter(1, referral.id())
        .setParameter(2, other.id())
        .setParameter(3, kind.name())
        .setParameter(4, senderAgrees == null ? null : senderAgrees.toString())
        .executeUpdate();
  }
}
