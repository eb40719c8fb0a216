package uk.concordat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.Ids;

/**
 * Appends to the ledger, in the transaction of the operation: a write that fails fails the request.
 */
@ApplicationScoped
public class Ledger {
  @Inject EntityManager em;
  @Inject CurrentCaller caller;
  @Inject Clock clock;
  @Inject EntryKeys keys;
  @Inject DataSubjects subjects;

  /** Records an operation that took place. */
  public void append(Entry entry) {
    write(entry, true, null);
  }

  void refuse(String action, String reason, String type, UUID record) {
    List<UUID> records = record == null ? List.of() : List.of(record);
    write(Entry.plain(Verb.CONSULT, action, type, records, List.of()), false, reason);
  }

  private void write(Entry entry, boolean permitted, String reason) {
    Caller actor = caller.get();
    UUID id = Ids.next();
    Instant at = clock.instant();
    byte[] key = keys.next();
    byte[] digestKey = entry.changes().isEmpty() ? null : keys.next();
    List<UUID> about = about(entry);
    byte[] bytes = new CanonicalEntry(id, at, actor, entry, reason, about).bytes(digestKey);
    em.createNativeQuery(
            "insert into ledger_entry (id, at, verb, action, permitted, reason, actor,"
                + " actor_agency, actor_role, record_type, record_ids, version, data_classes,"
                + " recipients, agreement, purpose, lawful_basis, erased, entry, key, commitment,"
                + " subject_ids, digest_key) values"
                + " (?1, ?2, ?3, ?4, ?5, cast(?6 as text), ?7, ?8, ?9, ?10, cast(?11 as uuid[]),"
                + " cast(?12 as bigint), cast(?13 as text[]), cast(?14 as text[]),"
                + " cast(?15 as text), cast(?16 as text), cast(?17 as text), case when ?3 = 'ERASE' then"
                + " cast(convert_from(?18, 'UTF8') as jsonb) -> 'erased' end, ?18, ?19, ?20,"
                + " cast(?21 as uuid[]), cast(?22 as bytea))")
        .setParameter(1, id)
        .setParameter(2, Timestamp.from(at))
        .setParameter(3, entry.verb().name())
        .setParameter(4, entry.action())
        .setParameter(5, permitted)
        .setParameter(6, reason)
        .setParameter(7, actor.subject())
        .setParameter(8, actor.agency())
        .setParameter(9, actor.role())
        .setParameter(10, entry.recordType())
        .setParameter(11, array(entry.recordIds()))
        .setParameter(12, entry.version() == null ? null : entry.version().toString())
        .setParameter(13, array(entry.dataClasses()))
        .setParameter(14, array(entry.recipients()))
        .setParameter(15, entry.agreement())
        .setParameter(16, entry.purpose())
        .setParameter(17, entry.lawfulBasis())
        .setParameter(18, bytes)
        .setParameter(19, key)
        .setParameter(20, Leaf.commitment(key, bytes))
        .setParameter(21, array(about))
        .setParameter(22, digestKey)
        .executeUpdate();
  }

  /** Whom it was about follows from what was shown or changed, whoever writes the entry. */
  private List<UUID> about(Entry entry) {
    Set<Part> parts = Part.shownBy(entry.dataClasses());
    boolean people =
        Entry.REFERRAL.equals(entry.recordType()) || Entry.INCIDENT.equals(entry.recordType());
    return parts.isEmpty() || !people ? List.of() : subjects.of(entry.showing(), parts);
  }

  /** Ids and codes only, none of which needs quoting in an array literal. */
  private static String array(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
