package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import uk.concordat.agency.StaffMember;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;
import uk.concordat.queue.BulkChoice;
import uk.concordat.queue.BulkMove;
import uk.concordat.queue.BulkWork;
import uk.concordat.referral.Chosen;
import uk.concordat.referral.ChosenService;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/**
 * Shows the referrals that somebody chose out of a list, asks what the move needs to know, and has
 * it made of each of them. What was shown, in which version, comes back with the form.
 */
@Named
@RequestScoped
public class BulkPage {
  private static final int MOST = 100;

  @Inject ChosenService chosen;
  @Inject BulkWork work;
  @Inject ErrorsBean errors;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private BulkMove move;
  private String list;
  private UUID form;
  private List<BulkChoice> choices = List.of();
  private List<Row> rows = List.of();
  private String conflict;
  private String assignee;
  private List<StaffMember> candidates;

  /** What was chosen is known before the page is built: a posted page asks early. */
  @PostConstruct
  void address() {
    move = BulkMove.find(PageAddress.parameter("move")).orElse(null);
    list = ListForm.kept(PageAddress.parameter("list"));
    boolean posted = FacesContext.getCurrentInstance().isPostback();
    List<String> sent = posted ? PageAddress.parameters("item") : List.of(); // only what was shown
    choices = once(sent);
    String key = posted ? PageAddress.parameter("run") : null;
    form = key == null ? Ids.next() : PageAddress.id(key);
  }

  /** Reads what was chosen. */
  public void open() {
    List<String> references = PageAddress.parameters("ref");
    if (move == null) {
      throw new NotFound();
    }
    if (references.isEmpty()) {
      errors.say("", "Choose at least one referral in the list");
      return;
    }
    List<Chosen> seen = chosen.of(references);
    if (seen.isEmpty()) {
      throw new NotFound();
    }
    show(seen);
  }

  /** Each referral once, and no more than show that they are too many. */
  private static List<BulkChoice> once(List<String> items) {
    Map<Reference, BulkChoice> each = new LinkedHashMap<>();
    items.stream()
        .map(BulkChoice::read)
        .flatMap(Optional::stream)
        .forEach(one -> each.putIfAbsent(one.reference(), one));
    return each.values().stream().limit(MOST + 1L).toList();
  }

  private void show(List<Chosen> seen) {
    choices = once(seen.stream().map(one -> one.row().reference() + " " + one.version()).toList());
    var words = new Words(caller.getOptions());
    rows = seen.stream().map(one -> new Row(one.row(), words, clock.instant())).toList();
  }

  /** Acknowledges them, once the caller has said that they know nobody in any of them. */
  public String acknowledge() {
    if (!"false".equals(conflict)) {
      errors.add(new FieldError("conflict", conflict == null ? "required-of-all" : "one-of-many"));
      return stay();
    }
    return made(() -> work.acknowledge(form, choices));
  }

  /** Gives them to a colleague. */
  public String assign() {
    return made(() -> work.assign(form, choices, assignee));
  }

  private String made(Supplier<UUID> moves) {
    try {
      UUID run = moves.get();
      return "/referral/bulk-done.xhtml?faces-redirect=true&id=" + run + "&list=" + list;
    } catch (InvalidInput invalid) {
      invalid
          .errors()
          .forEach(each -> errors.add(new FieldError("bulk." + each.field(), each.code())));
      return stay();
    }
  }

  /** What is shown again is what is sent with the form then: as it stands now. */
  private String stay() {
    int before = choices.size();
    show(chosen.of(choices.stream().map(one -> one.reference().text()).toList()));
    if (choices.size() < Math.min(before, MOST)) {
      errors.say("", "Some of those you chose are not there any more");
    }
    return null;
  }

  /** Whether it is to be acknowledged; else it is to be assigned. */
  public boolean isAcknowledging() {
    return move == BulkMove.ACKNOWLEDGE;
  }

  /** The name of the move in the address. */
  public String getMove() {
    return move == null ? null : move.code();
  }

  /** Nothing: the move was read when the page was addressed. */
  public void setMove(String code) {
    // read before
  }

  /** The list that they were chosen from, as the address has it. */
  public String getList() {
    return list;
  }

  /** Nothing: the list was read when the page was addressed. */
  public void setList(String word) {
    // read before
  }

  /** Where the list is that they were chosen from. */
  public String getBack() {
    return ListForm.addressOfKept(list);
  }

  /** What was chosen, as the table wants it. */
  public PageModel getModel() {
    return new PageModel(rows);
  }

  /** How many were chosen. */
  public int getCount() {
    return choices.size();
  }

  /** Each with the version in which it was shown, as the form sends them. */
  public List<String> getItems() {
    return choices.stream().map(BulkChoice::toString).toList();
  }

  /** By which the form, sent twice, is done once. */
  public UUID getForm() {
    return form;
  }

  /** Colleagues to whom each of them may be given. */
  public List<StaffMember> getCandidates() {
    if (candidates == null) {
      candidates = work.candidates(choices);
    }
    return candidates;
  }

  public String getConflict() {
    return conflict;
  }

  public void setConflict(String conflict) {
    this.conflict = conflict;
  }

  public String getAssignee() {
    return assignee;
  }

  public void setAssignee(String assignee) {
    this.assignee = assignee;
  }
}
