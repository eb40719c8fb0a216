package uk.concordat.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import uk.concordat.oversight.EntryProofService;
import uk.concordat.oversight.Head;
import uk.concordat.oversight.LedgerProofService;
import uk.concordat.web.London;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** Who checks the ledger from outside, how far each has come, and how to be one. */
@Named
@RequestScoped
public class WitnessesPage {
  @Inject EntryProofService states;
  @Inject LedgerProofService proofs;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private Head head;
  private List<WitnessRow> rows;
  private List<String> keys;

  /** Reads the state of the ledger and its witnesses. */
  public void open() {
    head = states.newest().orElse(null);
    var words = new Words(caller.getOptions());
    rows =
        states.witnesses().stream()
            .map(one -> new WitnessRow(one, words.agency(one.agency()), head, clock.instant()))
            .toList();
    keys = proofs.keys();
  }

  /** The witnesses. */
  public List<WitnessRow> getRows() {
    return rows;
  }

  /** Whether nobody has witnessed anything yet. */
  public boolean isUnwitnessed() {
    return rows.stream().noneMatch(WitnessRow::heard);
  }

  /** The newest state; null while the ledger is empty. */
  public Head getHead() {
    return head;
  }

  /** Its size as people read it. */
  public String getSize() {
    return "%,d".formatted(head.size());
  }

  /** When it was signed. */
  public String getSigned() {
    return London.dateTime(head.at());
  }

  /** The name of the log: that of its key. */
  public String getOrigin() {
    return keys.get(0).split("\\+")[0];
  }

  /** Its verifier keys, the present one first. */
  public List<String> getKeys() {
    return keys;
  }
}
