package uk.concordat.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import uk.concordat.access.AccessRequest;
import uk.concordat.referral.AccessRequestService;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** Requests for access: those that wait for the caller, their own, and those decided. */
@Named
@RequestScoped
public class RequestsPage {
  @Inject AccessRequestService requests;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private List<AccessRequest> all;

  /** Reads the list. */
  public void open() {
    if (all == null) {
      all = requests.all();
    }
  }

  /** What the caller has to decide. */
  public List<RequestRow> getToDecide() {
    return rows(request -> !request.mine() && request.status().equals("ASKED"));
  }

  /** What the caller is asked about their own requests. */
  public List<RequestRow> getQuestions() {
    return rows(request -> request.mine() && request.status().equals("QUESTIONED"));
  }

  /** The caller's own. */
  public List<RequestRow> getOwn() {
    return rows(AccessRequest::mine);
  }

  /** The caller's own that wait for somebody. */
  public List<RequestRow> getOwnOpen() {
    return rows(request -> request.mine() && request.open());
  }

  /** Others' that wait for the requester, or are decided. */
  public List<RequestRow> getPast() {
    return rows(request -> !request.mine() && !request.status().equals("ASKED"));
  }

  private List<RequestRow> rows(Predicate<AccessRequest> which) {
    open();
    Instant now = clock.instant();
    var words = new Words(caller.getOptions());
    return all.stream().filter(which).map(one -> new RequestRow(one, words, now)).toList();
  }
}
