package uk.concordat.web.victim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import uk.concordat.victim.Obligation;
import uk.concordat.victim.ObligationService;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** What the person harmed waits to be told, beside the form in which it is logged. */
@Named("waiting")
@RequestScoped
public class WaitingBean {
  @Inject ObligationService obligations;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private List<Row> rows;

  /** One of them, and as what it is logged; empty where no contact ends it. */
  public record Row(String what, String due, String loggedAs) {}

  /** Due first before the rest; read once per request. */
  public List<Row> getRows() {
    if (rows == null) {
      var words = new ToldWords(new Words(caller.getOptions()), clock.instant());
      rows =
          obligations.of(PageAddress.parameter("ref")).items().stream()
              .filter(one -> one.told() == null)
              .sorted(Comparator.comparing(Obligation::due))
              .map(one -> new Row(one.label(), London.dateTime(one.due()), words.loggedAs(one)))
              .toList();
    }
    return rows;
  }
}
