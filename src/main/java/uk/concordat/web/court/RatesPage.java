package uk.concordat.web.court;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import uk.concordat.court.RateService;
import uk.concordat.court.Rates;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.web.DateParts;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.TypedAnswers;
import uk.concordat.web.prosecution.FilePiece;
import uk.concordat.web.prosecution.FilePiece.Line;

/** How the cases of a unit ended: the two rates, each with its numerator and its denominator. */
@Named
@RequestScoped
public class RatesPage {
  @Inject RateService rates;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private DateParts from = new DateParts();
  private DateParts to = new DateParts();
  private Rates counted;

  /** Begins with the year up to today. */
  public void open() {
    LocalDate today = LocalDate.now(clock.withZone(London.ZONE));
    from = DateParts.of(today.minusYears(1).plusDays(1));
    to = DateParts.of(today);
    counted = rates.of(from.date(), to.date());
  }

  /** Counts again. */
  public String count() {
    var answers = new TypedAnswers();
    LocalDate first = answers.date(from, "from", null);
    LocalDate last = answers.date(to, "to", null);
    answers.wrong().forEach(this::wrong);
    try {
      if (!errors.isAny()) {
        counted = rates.of(first, last);
      }
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(this::wrong);
    }
    return null;
  }

  private void wrong(FieldError error) {
    errors.add(new FieldError("rates." + error.field(), error.code()));
  }

  /** The rates; empty where nothing could be counted. */
  public List<FilePiece> getPieces() {
    return counted == null
        ? List.of()
        : List.of(
            piece(
                "Conviction rate",
                counted.convictions(),
                counted.completed(),
                "Convictions",
                "Convictions and non-convictions"),
            piece(
                "Uplift rate",
                counted.uplifts(),
                counted.flaggedConvictions(),
                "Convictions with an uplift that was announced, and is in the record of the hearing",
                "Convictions of whom was prosecuted as hate"));
  }

  private static FilePiece piece(String name, long part, long whole, String what, String ofWhat) {
    String rate =
        whole == 0 ? "Nothing to count" : Math.round(1000.0 * part / whole) / 10.0 + " per cent";
    return new FilePiece(
        name,
        name,
        null,
        List.of(
            new Line("Rate", rate),
            new Line(what, String.valueOf(part)),
            new Line(
                "Out of: " + ofWhat.substring(0, 1).toLowerCase(Locale.ROOT) + ofWhat.substring(1),
                String.valueOf(whole))),
        null);
  }

  public DateParts getFrom() {
    return from;
  }

  public DateParts getTo() {
    return to;
  }
}
