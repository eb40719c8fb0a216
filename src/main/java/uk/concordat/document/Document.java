package uk.concordat.document;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import uk.concordat.access.DataClass;

/**
 * What is known of a document beside its bytes; all of it belongs to its data class.
 *
 * @param dataClass whose audience it has
 * @param holder code of the agency that attached it
 * @param name of the file
 * @param size of what is kept, in bytes
 * @param digest SHA-256 of that, in hexadecimal
 * @param pages how many of it can be looked at, while it is not withdrawn
 * @param attachedBy who attached it
 * @param role in which they did
 * @param withdrawn null where it was not
 * @param form which form of a file for prosecutors it is, a code of list {@code mg-form}; null for
 *     every other document
 */
public record Document(
    UUID id,
    UUID referral,
    DataClass dataClass,
    String holder,
    DocumentName name,
    DocumentType type,
    long size,
    String digest,
    Scan scan,
    int pages,
    UUID attachedBy,
    String role,
    Instant attachedAt,
    Withdrawal withdrawn,
    String form) {

  /** That it was withdrawn: its bytes are served to nobody any more. */
  public record Withdrawal(Instant at, String role, String reason) {}

  /** How many pieces its bytes are kept in. */
  public int pieces() {
    return OwnKey.count(size);
  }

  /**
   * Whether it is what that one would be: the same content, from the same agency, said the same.
   */
  boolean repeats(Document other) {
    return withdrawn == null
        && holder.equals(other.holder)
        && dataClass == other.dataClass
        && name.equals(other.name)
        && Objects.equals(form, other.form)
        && digest.equals(other.digest);
  }

  /** What the ledger is told of it. */
  public Facts facts() {
    return new Facts(id, name.text(), type, size, digest);
  }

  /** What a document is, for the ledger. */
  public record Facts(UUID id, String name, DocumentType type, long size, String digest) {}
}
