package uk.concordat.audit.note;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text and who has signed it. Nothing in it is worth anything before {@link #verify}.
 *
 * @param text whole lines
 * @param signatures in the order in which they stand
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  private static final int MOST_SIGNATURES = 100;
  private static final int MOST_CHARACTERS = 1_000_000;

  /** Copies the list. */
  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /**
   * Reads a note.
   *
   * @throws InvalidNoteException where it does not have the form of one
   */
  public static SignedNote parse(String note) {
    int split = note.lastIndexOf("\n\n");
    if (note.length() > MOST_CHARACTERS || split < 0 || !note.endsWith("\n")) {
      throw new InvalidNoteException("A note is text, an empty line and signatures");
    }
    String text = note.substring(0, split + 1);
    checkText(text);
    String lines = note.substring(split + 2);
    if (lines.isEmpty()) {
      throw new InvalidNoteException("The note has no signature");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
      signatures.add(NoteSignature.parse(line));
    }
    if (signatures.size() > MOST_SIGNATURES) {
      throw new InvalidNoteException("The note has too many signatures");
    }
    return new SignedNote(text, signatures);
  }

  /**
   * Checks who has signed.
   *
   * @param known whom to trust
   * @return their signatures, at least one; of each only the first
   * @throws InvalidNoteException where none of them has, or one does not fit
   */
  public List<NoteSignature> verify(Collection<NoteVerifier> known) {
    List<NoteSignature> verified = new ArrayList<>();
    for (NoteVerifier key : known) {
      signatures.stream()
          .filter(key::claims)
          .findFirst()
          .ifPresent(
              signature -> {
                if (!key.verify(text, signature)) {
                  throw new InvalidNoteException(
                      "The signature of %s does not fit".formatted(key.name()));
                }
                verified.add(signature);
              });
    }
    if (verified.isEmpty()) {
      throw new InvalidNoteException("Nobody who is known here has signed");
    }
    return verified;
  }

  /** The same with another signature at the end, in place of an earlier one of the same key. */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> all =
        signatures.stream()
            .filter(each -> !each.name().equals(signature.name()) || each.id() != signature.id())
            .collect(Collectors.toCollection(ArrayList::new));
    all.add(signature);
    return new SignedNote(text, all);
  }

  /** The note as it is handed round. */
  @Override
  public String toString() {
    return text + "\n" + signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
  }

  static void checkText(String text) {
    if (!text.endsWith("\n") || text.chars().anyMatch(each -> each < ' ' && each != '\n')) {
      throw new InvalidNoteException("The text of a note is whole lines of printable characters");
    }
  }
}
