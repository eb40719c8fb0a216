package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps contacts with the person harmed; nothing is changed in it afterwards. */
@ApplicationScoped
class ContactRepository {
  /** More than anybody reads; the timeline goes on by pages. */
  private static final int MOST = 100;

  /** Of a contact {@code c} and its words {@code w}, behind {@code c.id, c.at}. */
  static final String COLUMNS =
      "c.kind, c.result, c.made_by, c.exemption, c.agency, c.role, w.words";

  @Inject EntityManager em;

  /** The latest 100 about a referral, newest first. */
  List<Contact> of(UUID referral) {
    List<?> rows =
        em.createNativeQuery(
                "select c.id, c.at, "
                    + COLUMNS
                    + " from referral_contact c left join contact_words w on w.contact = c.id where"
                    + " c.referral = ?1 order by c.at desc, c.id desc")
            .setParameter(1, referral)
            .setMaxResults(MOST)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(ContactRepository::contact).toList();
  }

  /** Keeps one. */
  void add(UUID referral, Contact contact, UUID actor) {
    em.createNativeQuery(
            "insert into referral_contact (id, referral, kind, result, made_by, exemption, at,"
                + " actor, agency, role) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .setParameter(1, contact.id())
        .setParameter(2, referral)
        .setParameter(3, contact.kind())
        .setParameter(4, contact.result().name())
        .setParameter(5, contact.madeBy())
        .setParameter(6, contact.exemption())
        .setParameter(7, Timestamp.from(contact.at()))
        .setParameter(8, actor)
        .setParameter(9, contact.agency())
        .setParameter(10, contact.role())
        .executeUpdate();
    em.createNativeQuery(
            "insert into contact_words (contact, referral, agency, words) values (?1, ?2, ?3, ?4)")
        .setParameter(1, contact.id())
        .setParameter(2, referral)
        .setParameter(3, contact.agency())
        .setParameter(4, contact.words())
        .executeUpdate();
  }

  /**
   * Ends the limit of the first contact or of the news, where one runs that the contact ends.
   *
   * @param due when news is due next
   */
  boolean endsLimit(UUID contact, Instant due) {
    return (Boolean)
        em.createNativeQuery("select contact_ends_limit(?1, ?2)")
            .setParameter(1, contact)
            .setParameter(2, Timestamp.from(due))
            .getSingleResult();
  }

  static Contact contact(Object[] row) {
    return new Contact(
        (UUID) row[0],
        (String) row[2],
        Contact.Result.valueOf((String) row[3]),
        (String) row[4],
        (String) row[5],
        ((Timestamp) row[1]).toInstant(),
        (String) row[6],
        (String) row[7],
        (String) row[8]);
  }
}
