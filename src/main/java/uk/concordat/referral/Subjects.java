package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.audit.Part;
import uk.concordat.kernel.Ids;

/**
 * Whom a referral is about, by ids that name nobody and stand for a part in this one referral; that
 * two of them are the same person is for others to say. They never change.
 */
@Embeddable
class Subjects {
  @Column(updatable = false)
  private UUID harmed;

  @Column(updatable = false)
  private UUID suspect;

  @Column(updatable = false)
  private UUID witness;

  protected Subjects() {}

  Subjects(UUID harmed, UUID suspect, UUID witness) {
    this.harmed = harmed;
    this.suspect = suspect;
    this.witness = witness;
  }

  /** People of whom nothing is known yet. */
  static Subjects unknown() {
    return new Subjects(Ids.next(), Ids.next(), Ids.next());
  }

  /** Those in these parts. */
  Stream<UUID> in(Set<Part> parts) {
    return parts.stream().map(this::in);
  }

  private UUID in(Part part) {
    return switch (part) {
      case HARMED -> harmed;
      case SUSPECT -> suspect;
      case WITNESS -> witness;
    };
  }
}
