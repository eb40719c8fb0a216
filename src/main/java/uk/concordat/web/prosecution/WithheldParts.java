package uk.concordat.web.prosecution;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.Sight;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.prosecution.FilePiece.Line;

/** Says which parts of a file somebody is not shown, and why, whether there is anything in them. */
final class WithheldParts {
  private static final Set<DataClass> PARTS =
      EnumSet.of(DataClass.D2, DataClass.D4, DataClass.D5, DataClass.D6, DataClass.D7);

  private WithheldParts() {}

  /**
   * The parts.
   *
   * @param reviews whether the reader is of those who review it, and sees the advice
   */
  static List<Line> of(ReferralView referral, boolean reviews) {
    List<Line> lines = new ArrayList<>();
    for (DataClass part : PARTS) {
      Sight sight = referral.access().sights().get(part);
      if (sight.level() != Level.FULL) {
        lines.add(new Line(part.label(), sight.why().sentence()));
      }
    }
    if (!reviews) {
      lines.add(
          new Line(
              "Advice of prosecutors",
              "The tests behind a decision are seen by the prosecutors of the unit and nobody"
                  + " else."));
    }
    if (!reviews && !told(referral)) {
      lines.add(
          new Line(
              "Decisions",
              "They are seen by the unit, and by the police whose role reads them as far as a"
                  + " sharing agreement lets them."));
    }
    if (!reviews && referral.access().level(DataClass.D11) != Level.FULL) {
      lines.add(
          new Line(
              "What the court made of it",
              "It is seen by the unit, and by the police whose role reads it as far as a sharing"
                  + " agreement lets it."));
    }
    return lines;
  }

  private static boolean told(ReferralView referral) {
    return referral.access().level(DataClass.D10) == Level.MASKED
        && referral.access().level(DataClass.D16) == Level.FULL;
  }
}
