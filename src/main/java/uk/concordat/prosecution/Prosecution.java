package uk.concordat.prosecution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A file for prosecutors, as much of it as the caller sees.
 *
 * @param urn null as long as it has none
 * @param submittedAt when prosecutors first had it; null before
 * @param answers to the checklist, of the classes that the caller sees
 */
public record Prosecution(
    UUID id,
    String urn,
    SubmissionKind kind,
    Priority priority,
    Instant submittedAt,
    List<Defendant> defendants,
    List<FileVictim> victims,
    List<Charge> charges,
    List<FileAnswer> answers) {
  /** Copies the lists. */
  public Prosecution {
    defendants = List.copyOf(defendants);
    victims = List.copyOf(victims);
    charges = List.copyOf(charges);
    answers = List.copyOf(answers);
  }

  /**
   * Whether the police write it now: it was never submitted, went back for somebody in it, or
   * somebody was added meanwhile who is still to be submitted.
   */
  public boolean withPolice() {
    return submittedAt == null
        || defendants.stream().map(Defendant::state).anyMatch(ReviewState::withPolice);
  }

  /** The defendant of that identity; empty where there is none. */
  public Optional<Defendant> defendant(UUID id) {
    return defendants.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The charges of a defendant. */
  public List<Charge> charges(Defendant defendant) {
    return charges.stream().filter(one -> one.defendant().equals(defendant.id())).toList();
  }

  /** The defendants from whose state a move can be made. */
  public List<Defendant> leaving(ReviewMove move) {
    return defendants.stream().filter(one -> move.leaves(one.state())).toList();
  }
}
