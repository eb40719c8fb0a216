package uk.concordat.audit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What the ledger is told of one operation; who did it and when it adds itself.
 *
 * @param verb the operation
 * @param action dotted name of the action
 * @param recordType what kind of record: {@code referral}, {@code agreement}, {@code staff}
 * @param recordIds the records concerned
 * @param version the version seen or made; null where several records are listed
 * @param dataClasses the classes actually shown or changed
 * @param recipients agencies that received something; empty where nobody did
 * @param agreement the information-sharing agreement that covers it, as {@code code/version}; null
 *     where it needs none
 * @param purpose why, as a code; null where none was chosen
 * @param lawfulBasis on which footing, as a code; null where none was chosen
 * @param erased which leaves were disposed of; null for everything else
 */
public record Entry(
    Verb verb,
    String action,
    String recordType,
    List<UUID> recordIds,
    Long version,
    List<String> dataClasses,
    List<String> recipients,
    String agreement,
    String purpose,
    String lawfulBasis,
    Erasure erased) {
  /** The type of the record that most entries are about. */
  static final String REFERRAL = "referral";

  /** The type of an entry about a member of staff, by their subject. */
  public static final String STAFF = "staff";

  /** An operation on one record within the agency. */
  public static Entry of(
      Verb verb, String action, UUID record, Long version, Collection<? extends Enum<?>> classes) {
    return new Entry(
        verb,
        action,
        REFERRAL,
        List.of(record),
        version,
        names(classes),
        List.of(),
        null,
        null,
        null,
        null);
  }

  /** A list that was shown. */
  public static Entry listed(
      String action, List<UUID> records, Collection<? extends Enum<?>> classes) {
    return new Entry(
        Verb.CONSULT,
        action,
        REFERRAL,
        records,
        null,
        names(classes),
        List.of(),
        null,
        null,
        null,
        null);
  }

  /** The same as a disclosure to an agency on a footing. */
  public Entry disclosedTo(String agency, String purpose, String lawfulBasis) {
    return new Entry(
        Verb.DISCLOSE,
        action,
        recordType,
        recordIds,
        version,
        dataClasses,
        List.of(agency),
        agreement,
        purpose,
        lawfulBasis,
        erased);
  }

  /** The same under an agreement. */
  public Entry under(String code) {
    return new Entry(
        verb,
        action,
        recordType,
        recordIds,
        version,
        dataClasses,
        recipients,
        code,
        purpose,
        lawfulBasis,
        erased);
  }

  /** The same for a purpose. */
  public Entry forUse(String code) {
    return new Entry(
        verb,
        action,
        recordType,
        recordIds,
        version,
        dataClasses,
        recipients,
        agreement,
        code,
        lawfulBasis,
        erased);
  }

  /** The same, telling which leaves were disposed of. */
  public Entry erasing(Erasure erasure) {
    return new Entry(
        verb,
        action,
        recordType,
        recordIds,
        version,
        dataClasses,
        recipients,
        agreement,
        purpose,
        lawfulBasis,
        erasure);
  }

  /** The same about records of another type. */
  public Entry about(String type) {
    return new Entry(
        verb,
        action,
        type,
        recordIds,
        version,
        dataClasses,
        recipients,
        agreement,
        purpose,
        lawfulBasis,
        erased);
  }

  private static List<String> names(Collection<? extends Enum<?>> classes) {
    return classes.stream().<String>map(Enum::name).sorted().toList();
  }
}
