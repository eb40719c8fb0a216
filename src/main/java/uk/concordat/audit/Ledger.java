package uk.concordat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
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

  /** Records an operation that took place. */
  public void append(Entry entry) {
    write(entry, true, null);
  }

  void refuse(String action, String reason, String type, UUID record) {
    List<UUID> records = record == null ? List.of() : List.of(record);
    write(
        new Entry(Verb.CONSULT, action, type, records, null, List.of(), List.of(), null, null),
        false,
        reason);
  }

  private void write(Entry entry, boolean permitted, String reason) {
    Caller actor = caller.get();
    em.createNativeQuery(
            "insert into ledger_entry (id, verb, action, permitted, reason, actor, actor_agency,"
                + " actor_role, record_type, record_ids, version, data_classes, recipients,"
                + " purpose, lawful_basis) values (?1, ?2, ?3, ?4, cast(?5 as text), ?6, ?7, ?8,"
                + " ?15, cast(?9 as uuid[]), cast(?10 as bigint), cast(?11 as text[]),"
                + " cast(?12 as text[]), cast(?13 as text), cast(?14 as text))")
        .setParameter(1, Ids.next())
        .setParameter(2, entry.verb().name())
        .setParameter(3, entry.action())
        .setParameter(4, permitted)
        .setParameter(5, reason)
        .setParameter(6, actor.subject())
        .setParameter(7, actor.agency())
        .setParameter(8, actor.role())
        .setParameter(9, array(entry.recordIds()))
        .setParameter(10, entry.version() == null ? null : entry.version().toString())
        .setParameter(11, array(entry.dataClasses()))
        .setParameter(12, array(entry.recipients()))
        .setParameter(13, entry.purpose())
        .setParameter(14, entry.lawfulBasis())
        .setParameter(15, entry.recordType())
        .executeUpdate();
  }

  /** Ids and codes only, none of which needs quoting in an array literal. */
  private static String array(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
