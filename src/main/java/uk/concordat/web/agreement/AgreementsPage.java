package uk.concordat.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.concordat.agreement.AgreementMove;
import uk.concordat.agreement.AgreementService;
import uk.concordat.agreement.AgreementView;
import uk.concordat.web.London;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** The agreements of the caller's agency: what waits for a signature, what to review, and all. */
@Named
@RequestScoped
public class AgreementsPage {
  @Inject AgreementService agreements;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private List<AgreementView> all;
  private List<AgreementRow> rows;

  /** Reads the list. */
  public void open() {
    all = agreements.list();
    rows = rows(this::shown);
  }

  /** What waits for this caller's signature. */
  public List<AgreementRow> getWaiting() {
    return rows(one -> one.moves().contains(AgreementMove.REFUSE));
  }

  /** What is to be looked at again soon. */
  public List<AgreementRow> getReviews() {
    LocalDate today = LocalDate.now(clock.withZone(London.ZONE));
    return rows(one -> one.reviewDue(today));
  }

  /** One line an agreement, and one more where a version is proposed. */
  public List<AgreementRow> getRows() {
    return rows;
  }

  /** Earlier versions are told where the agreement is opened. */
  private boolean shown(AgreementView one) {
    Stream<AgreementView> beside =
        all.stream().filter(other -> other.code().equals(one.code()) && other != one);
    return one.current()
        || beside.noneMatch(other -> other.current() || other.version() > one.version());
  }

  private List<AgreementRow> rows(Predicate<AgreementView> which) {
    var words = new Words(caller.getOptions());
    String own = caller.getOptions().own().code();
    return all.stream().filter(which).map(one -> new AgreementRow(one, words, own)).toList();
  }
}
