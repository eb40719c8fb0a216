package uk.concordat.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps how people want to be told; the database shows each only their own. */
@ApplicationScoped
class MailSettingRepository {
  @Inject EntityManager em;

  /** What they chose; empty where they never did. */
  Optional<MailChoice> choice(UUID subject) {
    return text("select choice from mail_setting where subject = ?1", subject)
        .map(MailChoice::valueOf);
  }

  /** Their address; empty where none is known. */
  Optional<String> address(UUID subject) {
    return text("select email from staff_email where subject = ?1", subject);
  }

  /** Remembers the choice instead of any former one. */
  void choose(UUID subject, MailChoice choice) {
    em.createNativeQuery(
            "insert into mail_setting (subject, choice) values (?1, ?2) on conflict (subject) do"
                + " update set choice = excluded.choice, since = now()")
        .setParameter(1, subject)
        .setParameter(2, choice.name())
        .executeUpdate();
  }

  private Optional<String> text(String sql, UUID subject) {
    List<?> rows = em.createNativeQuery(sql).setParameter(1, subject).getResultList();
    return rows.stream().map(String.class::cast).findFirst();
  }
}
