package uk.concordat.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that its reader should know; it holds no content of any record.
 *
 * @param reference the record, where the reader may know which; else null
 * @param about the request, the broken glass, the draft, the referral, the document or, for {@code
 *     GLASS_REPEATED} and {@code REFERENCES_GUESSED}, the member of staff
 * @param seen whether the reader has opened it
 * @param reviewable whether it is about a broken glass that the reader's role may look into
 * @param agency code of the agency concerned, where the record is not the reader's to know; else
 *     null
 * @param person name of the member of staff it is about; null but for the two kinds above
 */
public record Notice(
    UUID id,
    Kind kind,
    String reference,
    UUID about,
    Instant at,
    boolean seen,
    boolean reviewable,
    String agency,
    String person) {

  /** What happened. */
  public enum Kind {
    ACCESS_ASKED,
    ACCESS_QUESTIONED,
    ACCESS_ANSWERED,
    ACCESS_DECIDED,
    GLASS_BROKEN,
    GLASS_REPEATED,
    GLASS_REVIEWED,
    GLASS_UNREVIEWED,
    REFERENCES_GUESSED,
    OVERRIDE_WAITS,
    REFERRAL_WITHDRAWN,
    REFERRAL_GIVEN,
    REFERRAL_GIVEN_AWAY,
    REFERRAL_QUESTIONED,
    REFERRAL_ANSWERED,
    REFERRAL_OVERDUE,
    REFERRAL_DECIDED,
    REFERRAL_OUTCOME,
    REFERRAL_RECALLED,
    REFERRAL_CORRECTED,
    INCIDENTS_MATCH,
    NAMING_WAITS,
    NAMING_DECIDED,
    REFERRAL_PERSON_KNOWN,
    RECALL_WAITS,
    ORIGIN_RECALLED,
    BREACH_NEAR,
    BREACH_OVERDUE,
    REFERRAL_REINSTATED,
    REFERRAL_CONTACT_ENDED,
    REFERRAL_RISK_DUE,
    REFERRAL_MEASURE_DUE,
    REFERRAL_TELLING_LATE,
    REFERRAL_FILE_MOVED,
    DOCUMENT_ADDED
  }
}
