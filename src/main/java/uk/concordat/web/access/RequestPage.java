package uk.concordat.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import uk.concordat.access.AccessRequest;
import uk.concordat.access.RequestMove;
import uk.concordat.referral.AccessRequestService;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** One request for access: what is asked, why, and what became of it. */
@Named
@RequestScoped
public class RequestPage {
  @Inject AccessRequestService requests;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private String id;
  private AccessRequest request;

  /** Reads it. */
  public void open() {
    request = requests.read(PageAddress.id(id));
  }

  /** As this caller may read it. */
  public AccessRequest getRequest() {
    return request;
  }

  /** The same in words. */
  public RequestRow getRow() {
    return new RequestRow(request, new Words(caller.getOptions()), clock.instant());
  }

  /** What is next, in a sentence; null where nothing is. */
  public String getNext() {
    return switch (request.status()) {
      case "ASKED" ->
          request.mine() ? "Next: whoever decides answers you" : "Next: decide on this request";
      case "QUESTIONED" -> request.mine() ? "Next: answer the question" : "Next: they answer";
      case "APPROVED" -> request.gives(clock.instant()) ? "It is given" : null;
      default -> null;
    };
  }

  /** Whether the caller could make the move now. */
  public boolean can(String move) {
    return request.moves(clock.instant()).contains(RequestMove.valueOf(move));
  }

  /** Whether the caller could make any. */
  public boolean isMovable() {
    return !request.moves(clock.instant()).isEmpty();
  }

  /** Whether the requester can open the record now by what was given. */
  public boolean isOpening() {
    return request.mine() && request.gives(clock.instant());
  }

  /** Where a page about it is. */
  public String to(String page) {
    return "/access/" + page + ".xhtml?id=" + request.id();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
