package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.StaleVersion;

/** Loads and keeps referrals; the database shows only what this caller may see. */
@ApplicationScoped
class ReferralRepository {
  /** D2 before D2:M before D10. */
  private static final Comparator<String> BY_NUMBER =
      Comparator.<String>comparingInt(token -> Integer.parseInt(token.split(":")[0].substring(1)))
          .thenComparing(Comparator.naturalOrder());

  @Inject EntityManager em;
  @Inject SubjectsInHand subjects;

  Reference nextReference(int year) {
    Number serial =
        (Number)
            em.createNativeQuery("select next_serial(?1)").setParameter(1, year).getSingleResult();
    return Reference.of(year, serial.longValue());
  }

  Optional<Referral> find(Reference reference) {
    return em.createQuery("select r from Referral r where r.reference = :reference", Referral.class)
        .setParameter("reference", reference.text())
        .getResultStream()
        .peek(subjects::keep)
        .findFirst();
  }

  /** Those of some referrals that the database shows. */
  List<Referral> among(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : em.createQuery("select r from Referral r where r.id in :ids", Referral.class)
            .setParameter("ids", ids)
            .getResultStream()
            .peek(subjects::keep)
            .toList();
  }

  /**
   * Lets whoever else changes it, or who sees it, wait until the transaction ends; to be asked
   * before its parts are written, which publishing it writes after the header.
   */
  void hold(UUID referral) {
    em.createNativeQuery("select 1 from referral r where r.id = ?1 for no key update")
        .setParameter(1, referral)
        .getResultList();
  }

  void add(Referral referral) {
    em.persist(referral);
    subjects.keep(referral);
    em.flush(); // the compartments' policies ask for the visibility that the header's insert writes
    em.persist(new ReferralIdentity(referral.id()));
    em.persist(new ReferralNeeds(referral.id()));
    var incident = new ReferralIncident(referral.id());
    incident.set(Incident.EMPTY);
    em.persist(incident);
  }

  Optional<ReferralIdentity> identity(UUID referral) {
    return Optional.ofNullable(em.find(ReferralIdentity.class, referral));
  }

  Optional<ReferralNeeds> needs(UUID referral) {
    return Optional.ofNullable(em.find(ReferralNeeds.class, referral));
  }

  Optional<ReferralIncident> incident(UUID referral) {
    return Optional.ofNullable(em.find(ReferralIncident.class, referral));
  }

  void add(Disclosure disclosure) {
    em.persist(disclosure);
  }

  /**
   * Writes what was changed.
   *
   * @throws StaleVersion where somebody else changed it since it was loaded
   */
  void flush() {
    try {
      em.flush();
    } catch (OptimisticLockException faster) {
      throw new StaleVersion();
    }
  }

  /** Reads again what the database has changed of it by itself. */
  void refresh(Referral referral) {
    em.refresh(referral);
  }

  /** Whether the caller has worked on it: it was once theirs, or they said what came of it. */
  boolean workedOn(UUID referral) {
    return Boolean.TRUE.equals(
        em.createNativeQuery("select worked_on(?1)").setParameter(1, referral).getSingleResult());
  }

  /** Whether whoever worked on it found it urgent, or the risk high (function at_risk). */
  boolean atRisk(UUID referral) {
    return Boolean.TRUE.equals(
        em.createNativeQuery("select at_risk(?1)").setParameter(1, referral).getSingleResult());
  }

  /**
   * Whether something is open that the agency owes the person harmed; what the caller does not see
   * of it, the database asks by itself when it is closed.
   */
  boolean owed(UUID referral, String agency) {
    return Boolean.TRUE.equals(
        em.createNativeQuery(
                "select exists (select from victim_obligation o where o.referral = ?1 and o.agency ="
                    + " ?2 and o.done_at is null)")
            .setParameter(1, referral)
            .setParameter(2, agency)
            .getSingleResult());
  }

  /** Whether somebody in the file that it brings is still being reviewed or before the court. */
  boolean fileOpen(UUID referral) {
    return Boolean.TRUE.equals(
        em.createNativeQuery("select file_open(?1)").setParameter(1, referral).getSingleResult());
  }

  /** Adds a move and what was said with it, if anything. */
  void add(ReferralMove move, Feedback said) {
    em.persist(move);
    em.flush(); // the policy of the feedback asks for the move
    if (said != null) {
      em.persist(new ReferralFeedback(move.id(), move.referral(), said));
    }
  }

  /** The classes of what the caller's draft holds, also what other rooms keep with it. */
  Set<DataClass> drafted(UUID draft) {
    em.flush();
    String classes =
        (String)
            em.createNativeQuery("select drafted_classes(?1)")
                .setParameter(1, draft)
                .getSingleResult();
    Set<DataClass> drafted = EnumSet.noneOf(DataClass.class);
    for (String one : classes.split(",")) {
      drafted.add(DataClass.valueOf(one));
    }
    return drafted;
  }

  /** Erases a draft and everything around it. */
  void discard(Referral draft) {
    em.flush();
    Object erased =
        em.createNativeQuery("select discard_draft(?1, ?2)")
            .setParameter(1, draft.id())
            .setParameter(2, draft.version())
            .getSingleResult();
    if (!Boolean.TRUE.equals(erased)) {
      throw new NotFound();
    }
    em.clear(); // what was loaded is there no more
  }

  /** What is shown of a class to those who see only its masked form. */
  Map<DataClass, String> masked(UUID referral) {
    List<?> rows =
        em.createNativeQuery("select data_class, masked from referral_masked where referral = ?1")
            .setParameter(1, referral)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(
            Collectors.toMap(row -> DataClass.valueOf((String) row[0]), row -> (String) row[1]));
  }

  /** Moves, newest first; what was said with them only where the caller sees that class. */
  List<HistoryEvent> history(UUID referral, boolean withFeedback) {
    List<ReferralFeedback> feedback =
        withFeedback
            ? em.createQuery(
                    "select f from ReferralFeedback f where f.referral = :referral",
                    ReferralFeedback.class)
                .setParameter("referral", referral)
                .getResultList()
            : List.of();
    return em.createQuery(
            "select m from ReferralMove m where m.referral = :referral order by m.at desc, m.id desc",
            ReferralMove.class)
        .setParameter("referral", referral)
        .getResultStream()
        .map(
            move ->
                move.event(feedback.stream().filter(f -> f.move().equals(move.id())).findFirst()))
        .toList();
  }

  List<Audience> audiences(UUID referral) {
    List<?> rows =
        em.createNativeQuery(
                "select audience, person, subject, source, classes, until, agreement from who_sees(cast(?1 as"
                    + " uuid))")
            .setParameter(1, referral.toString())
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(ReferralRepository::audience).toList();
  }

  private static Audience audience(Object[] row) {
    String[] viewer = ((String) row[0]).split("/");
    return new Audience(
        viewer[0],
        viewer[1],
        (String) row[1],
        (UUID) row[2],
        (String) row[3],
        Arrays.stream(((String) row[4]).split(",")).sorted(BY_NUMBER).toList(),
        row[5] == null ? null : ((Timestamp) row[5]).toInstant(),
        (String) row[6]);
  }
}
