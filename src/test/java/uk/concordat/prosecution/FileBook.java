package uk.concordat.prosecution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.kernel.Strand;

/** Files as tests need them. */
public final class FileBook {
  public static final LocalDate TODAY = LocalDate.parse("2026-11-28");
  public static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-000000000001");
  public static final UUID SECOND = UUID.fromString("00000000-0000-7000-8000-000000000002");
  public static final UUID DECIDER = UUID.fromString("00000000-0000-7000-8000-0000000000d1");

  private FileBook() {}

  static Defendant defendant(UUID id, int number, ReviewState state) {
    return new Defendant(id, number, state, Instant.EPOCH, DECIDER, null, null, null);
  }

  static Charge charge(int number, UUID defendant, String offence, Strand strand) {
    return charge(number, defendant, offence, strand, null, "2026-11-17");
  }

  public static Charge charge(
      int number, UUID defendant, String offence, Strand strand, Integer alternative, String day) {
    return new Charge(
        new UUID(0, number),
        number,
        defendant,
        1,
        offence,
        Committed.on(LocalDate.parse(day)),
        strand == null ? Set.of() : Set.of(strand),
        alternative);
  }

  static Prosecution file(
      String urn,
      SubmissionKind kind,
      List<Defendant> defendants,
      List<Charge> charges,
      FileAnswer... answers) {
    return new Prosecution(
        new UUID(0, 9),
        urn,
        kind,
        Priority.GREEN,
        null,
        defendants,
        List.of(),
        charges,
        List.of(answers));
  }
}
