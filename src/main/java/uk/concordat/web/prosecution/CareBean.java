package uk.concordat.web.prosecution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.prosecution.WitnessCare;
import uk.concordat.prosecution.WitnessCareService;
import uk.concordat.referral.ReferralType;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** Special measures and personal statements as they stand, for whichever page shows them. */
@Named("witnessCare")
@RequestScoped
public class CareBean {
  @Inject WitnessCareService care;
  @Inject SignedInBean caller;
  @Inject FileReader reader;
  private WitnessCare seen;

  /** Read once per request. */
  WitnessCare seen() {
    if (seen == null) {
      seen = care.of(PageAddress.parameter("ref"));
    }
    return seen;
  }

  /** As a part of the file. */
  public List<FilePiece> getPieces() {
    return seen().people().isEmpty()
        ? List.of()
        : List.of(
            new FilePiece(
                "care",
                "Special measures and personal statement",
                null,
                new CareWords(caller.getOptions().lists()).lines(seen()),
                "There is nothing here that you see."));
  }

  /** As lines to be read aloud; none of a referral that does not go to prosecutors. */
  public List<FilePiece.Line> getSpoken() {
    boolean goesToProsecutors =
        reader.referral(PageAddress.parameter("ref")).type() == ReferralType.POLICE_TO_CPS_REVIEW;
    return goesToProsecutors ? new CareWords(caller.getOptions().lists()).lines(seen()) : List.of();
  }

  /** Whether the reader writes down a step. */
  public boolean isMayAdd() {
    return seen().mayAdd();
  }
}
