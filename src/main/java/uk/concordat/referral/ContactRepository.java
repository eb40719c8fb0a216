package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;

/** Keeps contacts with the person harmed; nothing is changed in it afterwards. */
@ApplicationScoped
class ContactRepository {
  /** More than anybody reads; the timeline goes on by pages. */
  private static final int MOST = 100;

  /** Of a contact {@code c} and its words {@code w}, behind {@code c.id, c.at}. */
  static final String COLUMNS =
      "c.kind, c.result, w.made_by, w.exemption, c.agency, c.role, w.words, c.logged_at, c.due_step,"
          + " c.due_at";

  private static final String SELECT =
      "select c.id, c.at, "
          + COLUMNS
          + " from referral_contact c left join contact_words w on w.contact = c.id where c.referral"
          + " = ?1";

  private static final String OPENED_OR_ENDED =
      "select m.move, m.at from referral_move m where m.referral = ?1 and m.move in ('START',"
          + " 'REOPEN', 'RECORD_OUTCOME')";

  private static final String SAID_OF_OUTCOME =
      "select c.result, c.at, c.logged_at from referral_contact c where c.referral = ?1 and c.agency"
          + " = ?2 and c.kind = 'OUTCOME'";

  @Inject EntityManager em;

  /** The latest 100 about a referral, newest first. */
  List<Contact> of(UUID referral) {
    List<?> rows =
        em.createNativeQuery(SELECT + " order by c.at desc, c.id desc")
            .setParameter(1, referral)
            .setMaxResults(MOST)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(ContactRepository::contact).toList();
  }

  /** What that agency has said to the person harmed of what came of it. */
  OutcomeNews outcomeNews(UUID referral, String agency) {
    List<?> moves = em.createNativeQuery(OPENED_OR_ENDED).setParameter(1, referral).getResultList();
    List<?> said =
        em.createNativeQuery(SAID_OF_OUTCOME)
            .setParameter(1, referral)
            .setParameter(2, agency)
            .getResultList();
    return new OutcomeNews(
        moves.stream()
            .map(Object[].class::cast)
            .map(row -> new OutcomeNews.Made(Move.valueOf((String) row[0]), instant(row[1])))
            .toList(),
        said.stream()
            .map(Object[].class::cast)
            .map(
                row ->
                    new OutcomeNews.Said(
                        Contact.Result.valueOf((String) row[0]), instant(row[1]), instant(row[2])))
            .toList());
  }

  /** Keeps one; its identity. */
  UUID add(UUID referral, ContactContent content, Instant at, Caller caller) {
    UUID id = Ids.next();
    em.createNativeQuery(
            "insert into referral_contact (id, referral, kind, result, at, actor, agency, role)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .setParameter(1, id)
        .setParameter(2, referral)
        .setParameter(3, content.kind())
        .setParameter(4, content.result().name())
        .setParameter(5, Timestamp.from(at))
        .setParameter(6, caller.subject())
        .setParameter(7, caller.agency())
        .setParameter(8, caller.role())
        .executeUpdate();
    em.createNativeQuery(
            "insert into contact_words (contact, referral, agency, made_by, exemption, words) values"
                + " (?1, ?2, ?3, ?4, ?5, ?6)")
        .setParameter(1, id)
        .setParameter(2, referral)
        .setParameter(3, caller.agency())
        .setParameter(4, content.madeBy())
        .setParameter(5, content.exemption())
        .setParameter(6, content.words())
        .executeUpdate();
    return id;
  }

  /** The contact of that identity. */
  Contact find(UUID referral, UUID id) {
    List<?> rows =
        em.createNativeQuery(SELECT + " and c.id = ?2")
            .setParameter(1, referral)
            .setParameter(2, id)
            .getResultList();
    return contact((Object[]) rows.get(0));
  }

  /** Ends the limit of the first contact or of the news, where one runs that the contact ends. */
  boolean endsLimit(UUID contact) {
    return (Boolean)
        em.createNativeQuery("select contact_ends_limit(?1)")
            .setParameter(1, contact)
            .getSingleResult();
  }

  static Contact contact(Object[] row) {
    return new Contact(
        (UUID) row[0],
        (String) row[2],
        Contact.Result.valueOf((String) row[3]),
        (String) row[4],
        (String) row[5],
        instant(row[1]),
        instant(row[9]),
        row[10] == null ? null : new Contact.Due((String) row[10], instant(row[11])),
        (String) row[6],
        (String) row[7],
        (String) row[8]);
  }

  private static Instant instant(Object column) {
    return ((Timestamp) column).toInstant();
  }
}
