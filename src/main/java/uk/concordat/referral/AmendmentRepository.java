package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.StaleVersion;

/**
 * Keeps amendments. The database keeps the versions itself, shows them to those who see the class,
 * and opens the compartments in the transaction of an amendment only.
 */
@ApplicationScoped
class AmendmentRepository {
  private static final String VERSIONS =
      "select a.id, v.data_class, v.number, a.at, a.agency, a.role, a.reason, a.text, k.field,"
          + " p.content ->> k.field, v.content ->> k.field from referral_version v join"
          + " referral_amendment a on a.id = v.amendment join referral_version p on p.referral ="
          + " v.referral and p.data_class = v.data_class and p.number = v.number - 1 cross join"
          + " lateral jsonb_object_keys(p.content || v.content) k (field) where v.referral = ?1 and"
          + " p.content -> k.field is distinct from v.content -> k.field order by a.at desc, a.id,"
          + " cast(substr(v.data_class, 2) as integer), k.field";

  @Inject EntityManager em;

  /**
   * Begins an amendment by the caller: from here on the compartments are open to it, and nobody
   * recalls it.
   *
   * @throws StaleVersion when it was recalled meanwhile
   */
  UUID begin(Referral referral, Caller caller, Amendment amendment, Instant now) {
    UUID id = Ids.next();
    int begun =
        em.createNativeQuery(
                "insert into referral_amendment (id, referral, reason, text, actor, agency, role, at)"
                    + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .setParameter(1, id)
            .setParameter(2, referral.id())
            .setParameter(3, amendment.reason())
            .setParameter(4, amendment.text())
            .setParameter(5, caller.subject())
            .setParameter(6, caller.agency())
            .setParameter(7, caller.role())
            .setParameter(8, Timestamp.from(now))
            .executeUpdate();
    if (begun == 0) {
      throw new StaleVersion(Action.REFERRAL_AMEND.code(), referral.id());
    }
    return id;
  }

  /** Tells those who work with what was amended, and asks them to confirm a correction. */
  void tell(UUID amendment) {
    em.createNativeQuery("select 1 from tell_of_amendment(?1)")
        .setParameter(1, amendment)
        .getSingleResult();
  }

  /** The versions of a referral that the database shows, newest first. */
  List<AmendedVersion> versions(UUID referral) {
    List<?> rows = em.createNativeQuery(VERSIONS).setParameter(1, referral).getResultList();
    Map<String, AmendedVersion> versions = new LinkedHashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      DataClass dataClass = DataClass.valueOf((String) row[1]);
      versions
          .computeIfAbsent(row[0] + " " + row[1], key -> version(row, dataClass))
          .fields()
          .add(ContentFields.change(dataClass, (String) row[8], (String) row[9], (String) row[10]));
    }
    return List.copyOf(versions.values());
  }

  /**
   * The corrections of a referral that somebody is to confirm or has, as the database shows them.
   */
  List<AmendmentReceipt> receipts(UUID referral) {
    List<?> rows =
        em.createNativeQuery(
                "select amendment, agency, acknowledged_at from amendment_receipt where referral ="
                    + " ?1 order by amendment desc, agency")
            .setParameter(1, referral)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new AmendmentReceipt((UUID) row[0], (String) row[1], instant(row[2])))
        .toList();
  }

  /**
   * Confirms those of these corrections of a referral that wait for the caller's agency; how many.
   */
  int acknowledge(UUID referral, Set<UUID> corrections, Caller caller, Instant now) {
    return em.createNativeQuery(
            "update amendment_receipt set acknowledged_by = ?2, acknowledged_at = ?3 where referral"
                + " = ?1 and agency = ?4 and acknowledged_at is null and amendment = any"
                + " (cast(?5 as uuid[]))")
        .setParameter(1, referral)
        .setParameter(2, caller.subject())
        .setParameter(3, Timestamp.from(now))
        .setParameter(4, caller.agency())
        .setParameter(
            5, corrections.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
        .executeUpdate();
  }

  private static AmendedVersion version(Object[] row, DataClass dataClass) {
    return new AmendedVersion(
        (UUID) row[0],
        dataClass,
        ((Number) row[2]).intValue(),
        instant(row[3]),
        (String) row[4],
        (String) row[5],
        (String) row[6],
        (String) row[7],
        new ArrayList<>());
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
