package uk.concordat.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the ledger is told of one operation; who did it, when, and whom it was about it adds itself.
 *
 * @param verb the operation
 * @param action dotted name of the action
 * @param recordType what kind of record: {@code referral}, {@code incident}, {@code agreement},
 *     {@code staff}
 * @param recordIds the records concerned
 * @param showing those of the records of which more was shown than the header
 * @param version the version seen or made; null where several records are listed
 * @param dataClasses the classes actually shown or changed
 * @param recipients agencies that received something; empty where nobody did
 * @param agreement the information-sharing agreements that cover it, as {@code code/version} parted
 *     by spaces; null where it needs none
 * @param purpose why, as a code; null where none was chosen
 * @param lawfulBasis on which footing, as a code; null where none was chosen
 * @param erased which leaves were disposed of; null for everything else
 * @param changes what was changed, by data class; by type of record where it has no classes
 */
public record Entry(
    Verb verb,
    String action,
    String recordType,
    List<UUID> recordIds,
    List<UUID> showing,
    Long version,
    List<String> dataClasses,
    List<String> recipients,
    String agreement,
    String purpose,
    String lawfulBasis,
    Erasure erased,
    Map<String, Change> changes) {
  /** The type of the record that most entries are about. */
  static final String REFERRAL = "referral";

  /** The type of an entry about a community incident. */
  public static final String INCIDENT = "incident";

  /** The type of an entry about a member of staff, by their subject. */
  public static final String STAFF = "staff";

  /** Puts the changes in order. */
  public Entry {
    changes = new TreeMap<>(changes);
  }

  /** The least that can be said of an operation. */
  static Entry plain(
      Verb verb, String action, String type, List<UUID> records, List<String> classes) {
    return new Entry(
        verb, action, type, records, records, null, classes, List.of(), null, null, null, null,
        Map.of());
  }

  /** An operation on one record within the agency. */
  public static Entry of(
      Verb verb, String action, UUID record, Long version, Collection<? extends Enum<?>> classes) {
    Entry plain = plain(verb, action, REFERRAL, List.of(record), names(classes));
    return plain.with(version, plain.recordType, plain.showing, plain.changes);
  }

  /** An operation on several records at once. */
  public static Entry several(
      Verb verb, String action, List<UUID> records, Collection<? extends Enum<?>> classes) {
    return plain(verb, action, REFERRAL, records, names(classes));
  }

  /** A list that was shown. */
  public static Entry listed(
      String action, List<UUID> records, Collection<? extends Enum<?>> classes) {
    return several(Verb.CONSULT, action, records, classes);
  }

  /**
   * The same as a disclosure to an agency on a footing.
   *
   * @param agreements that let it through, as {@code code/version}; none within the agency
   */
  public Entry disclosedTo(
      String agency, Collection<String> agreements, String purpose, String lawfulBasis) {
    return new Entry(
        Verb.DISCLOSE,
        action,
        recordType,
        recordIds,
        showing,
        version,
        dataClasses,
        List.of(agency),
        joined(agreements),
        purpose,
        lawfulBasis,
        erased,
        changes);
  }

  /**
   * The same under agreements and on the footing that they were used on.
   *
   * @param agreements as {@code code/version}; none where it needs none
   */
  public Entry under(Collection<String> agreements, String purpose, String lawfulBasis) {
    return new Entry(
        verb,
        action,
        recordType,
        recordIds,
        showing,
        version,
        dataClasses,
        recipients,
        joined(agreements),
        purpose,
        lawfulBasis,
        erased,
        changes);
  }

  /** The same about other records too, of which no more than the header is shown. */
  public Entry also(Collection<UUID> others) {
    List<UUID> all = Stream.concat(recordIds.stream(), others.stream()).toList();
    return new Entry(
        verb,
        action,
        recordType,
        all,
        showing,
        version,
        dataClasses,
        recipients,
        agreement,
        purpose,
        lawfulBasis,
        erased,
        changes);
  }

  /** The same for a purpose. */
  public Entry forUse(String code) {
    return new Entry(
        verb,
        action,
        recordType,
        recordIds,
        showing,
        version,
        dataClasses,
        recipients,
        agreement,
        code,
        lawfulBasis,
        erased,
        changes);
  }

  /** The same, telling which leaves were disposed of. */
  public Entry erasing(Erasure erasure) {
    return new Entry(
        verb,
        action,
        recordType,
        recordIds,
        showing,
        version,
        dataClasses,
        recipients,
        agreement,
        purpose,
        lawfulBasis,
        erasure,
        changes);
  }

  /** The same about records of another type. */
  public Entry about(String type) {
    return with(version, type, showing, changes);
  }

  /** The same where more than the header was shown of these only. */
  public Entry showing(List<UUID> records) {
    return with(version, recordType, records, changes);
  }

  /**
   * The same with what was changed.
   *
   * @param part a data class; the type of the record where it has none
   */
  public Entry changing(String part, Change change) {
    return changing(Map.of(part, change));
  }

  /** The same with all that was changed. */
  public Entry changing(Map<String, Change> several) {
    Map<String, Change> more = new TreeMap<>(changes);
    more.putAll(several);
    return with(version, recordType, showing, more);
  }

  private Entry with(Long version, String type, List<UUID> showing, Map<String, Change> changes) {
    return new Entry(
        verb,
        action,
        type,
        recordIds,
        showing,
        version,
        dataClasses,
        recipients,
        agreement,
        purpose,
        lawfulBasis,
        erased,
        changes);
  }

  private static String joined(Collection<String> agreements) {
    return agreements.isEmpty() ? null : String.join(" ", agreements.stream().sorted().toList());
  }

  private static List<String> names(Collection<? extends Enum<?>> classes) {
    return classes.stream().<String>map(Enum::name).sorted().toList();
  }
}
