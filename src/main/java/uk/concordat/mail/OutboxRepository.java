package uk.concordat.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.caller.Caller;

/** Who has still to be told by e-mail; the database answers only the product itself. */
@ApplicationScoped
class OutboxRepository {
  private static final String IDS = "cast(string_to_array(%s, ',') as uuid[])";

  @Inject EntityManager em;

  /** Tells the database that the product itself acts in this transaction. */
  void bind(Caller product) {
    em.createNativeQuery("select 1 from bind_clock(?1, ?2)")
        .setParameter(1, product.subject())
        .setParameter(2, product.agency())
        .getSingleResult();
  }

  /** Puts new notices into the outbox of whom they are addressed to. */
  void post() {
    em.createNativeQuery("select 1 from post_notices()").getSingleResult();
  }

  /** Who is to be sent a mail now. */
  List<UUID> due() {
    List<?> rows =
        em.createNativeQuery("select subject from mail_due(null) due (subject)").getResultList();
    return rows.stream().map(UUID.class::cast).toList();
  }

  /** One person's outbox; empty where another node sees to it, or it is not due any more. */
  Optional<Claim> claim(UUID subject) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select o_email, array_to_string(o_notices, ',') from claim_mail(?1)")
                .setParameter(1, subject)
                .getSingleResult();
    return Optional.ofNullable((String) row[1])
        .map(
            ids ->
                new Claim(
                    (String) row[0], Stream.of(ids.split(",")).map(UUID::fromString).toList()));
  }

  /** Lets this transaction see what this person would. */
  void bindAddressee(UUID subject) {
    em.createNativeQuery("select 1 from bind_addressee(?1)")
        .setParameter(1, subject)
        .getSingleResult();
  }

  /**
   * Hands over a mail for those that are unseen; settles those that were seen, and leaves the
   * others.
   *
   * @param mail which it will be, where any is unseen
   */
  void hand(UUID mail, UUID subject, List<UUID> notices, List<UUID> unseen) {
    em.createNativeQuery(
            "select 1 from hand_mail(?1, ?2, %s, %s)"
                .formatted(IDS.formatted("?3"), IDS.formatted("?4")))
        .setParameter(1, mail)
        .setParameter(2, subject)
        .setParameter(3, joined(notices))
        .setParameter(4, joined(unseen))
        .getSingleResult();
  }

  /** Keeps whether the server took it. */
  void end(UUID mail, boolean taken) {
    em.createNativeQuery("select 1 from end_mail(?1, ?2)")
        .setParameter(1, mail)
        .setParameter(2, taken)
        .getSingleResult();
  }

  /** Gives up on what is a week old; answers how many people could not be told. */
  long tidy() {
    return (Long) em.createNativeQuery("select tidy_mail()").getSingleResult();
  }

  private static String joined(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }
}
