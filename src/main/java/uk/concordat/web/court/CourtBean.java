package uk.concordat.web.court;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import uk.concordat.court.CourtView;
import uk.concordat.court.Hearing;
import uk.concordat.court.HearingService;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.OffenceService;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.web.London;
import uk.concordat.web.prosecution.FileLink;
import uk.concordat.web.prosecution.FilePiece;
import uk.concordat.web.prosecution.FileWords;

/** What the court makes of a file, for the page of the file. */
@Named
@RequestScoped
public class CourtBean {
  @Inject HearingService hearings;
  @Inject OffenceService book;
  private CourtView view;

  /** The hearings and the results, each a part. */
  public List<FilePiece> pieces(String reference) {
    CourtView seen = view(reference);
    if (seen.file().file() == null) {
      return List.of();
    }
    var words = new CourtWords(seen, new FileWords(seen.file().file(), book.offences()));
    List<FilePiece> pieces = new ArrayList<>(words.results());
    pieces.add(words.hearings());
    return pieces;
  }

  /** What a prosecutor can record next, and where. */
  public List<FileLink> links(String reference) {
    CourtView seen = view(reference);
    List<FileLink> links = new ArrayList<>();
    if (!seen.records()) {
      return links;
    }
    List<Defendant> charged = HearingPage.charged(seen.file());
    var words = new FileWords(seen.file().file(), book.offences());
    if (!charged.isEmpty()) {
      links.add(new FileLink("Enter a hearing", address("hearing", reference, "")));
    }
    for (Hearing one : seen.hearings()) {
      if (one.outcome() == null) {
        links.add(
            new FileLink(
                "Say what came of the hearing on " + London.date(one.on()),
                address("held", reference, "&hearing=" + one.id())));
      }
    }
    for (Defendant one : charged) {
      links.add(
          new FileLink(
              "Record the result, " + words.defendant(one),
              address("result", reference, "&defendant=" + one.id())));
    }
    return links;
  }

  /** Whether something can come of the case against them. */
  static boolean goesOn(Defendant one) {
    return EnumSet.of(ReviewState.CHARGE_AUTHORISED, ReviewState.PROSECUTION, ReviewState.FINALISED)
        .contains(one.state());
  }

  private CourtView view(String reference) {
    if (view == null) {
      view = hearings.of(reference);
    }
    return view;
  }

  private static String address(String page, String reference, String more) {
    return "/court/" + page + ".xhtml?ref=" + reference + more;
  }
}
