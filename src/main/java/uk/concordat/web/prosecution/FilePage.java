package uk.concordat.web.prosecution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import uk.concordat.prosecution.OffenceService;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewService;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/**
 * The file as it is read, part by part, with what is next; and what needs no words is done here.
 */
@Named("prosecutionFilePage")
@RequestScoped
public class FilePage extends FileForm {
  @Inject ReviewService reviews;
  @Inject OffenceService book;
  @Inject FileReader reader;
  private FileRead read;
  private boolean pressed;

  /** Opens the page. */
  public void open() {
    opened(true);
  }

  /** Takes the file in. */
  public String takeIn() throws IOException {
    return moved(ReviewMove.TAKE_IN);
  }

  /** Begins the review. */
  public String begin() throws IOException {
    return moved(ReviewMove.BEGIN);
  }

  private String moved(ReviewMove move) throws IOException {
    pressed = true;
    return keep(
        new TypedAnswers(), "", () -> reviews.move(getRef(), getVersion(), move, List.of()));
  }

  @Override
  String next() {
    return "/prosecution/file.xhtml?faces-redirect=true&ref=" + getRef();
  }

  /** Whether the caller can make that move now. */
  public boolean can(String move) {
    return getView().moves().contains(ReviewMove.valueOf(move));
  }

  /**
   * Whether the button of that move stands on the page: what was pressed is heard also where a
   * colleague was faster, so that it is said.
   */
  public boolean offers(String move, String button) {
    return can(move) || (!pressed && PageAddress.parameter(button) != null);
  }

  /** The file part by part; null where there is none that the reader sees. */
  public FileRead getRead() {
    if (read == null && getView().file() != null) {
      read = new FileRead(getView(), book.offences());
    }
    return read;
  }

  /** What the reader can do next, beside what needs no words. */
  public List<FileLink> getLinks() {
    FileWords words = getRead() == null ? null : getRead().words();
    return FileLink.of(getView(), words);
  }

  /**
   * What of the file the reader is not shown, and why; the same whether there is anything or not.
   */
  public List<FilePiece.Line> getWithheld() {
    return WithheldParts.of(getReferral(), reader.reviews(getReferral()));
  }

  /** Whom it is about; what stands for them where that is withheld. */
  public String getName() {
    return getReferral().person() == null ? "Name withheld" : getReferral().person().name();
  }

  /** The referral that brings it. */
  public ReferralView getReferral() {
    return reader.referral(getRef());
  }
}
