package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Box;
import uk.concordat.referral.ListPage;
import uk.concordat.referral.ListQuery;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralState;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.SignedInBean;

/**
 * A list of referrals: filters, order and place are all in the address, so that it can be kept as a
 * bookmark and works without a script.
 */
@Named
@RequestScoped
public class InboxPage {
  private static final int ROWS = 20;

  @Inject ReferralService referrals;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String box = "INBOX";
  private String reference;
  private String status;
  private String from;
  private String strand;
  private String sort = "DUE";
  private String at;
  private ListPage page;
  private List<Row> rows;

  /** Reads the page of the list; a filter that is none is left out, a lost place starts again. */
  public void open() {
    try {
      page = referrals.list(query(at));
    } catch (InvalidInput lost) {
      lost.errors().forEach(errors::add);
      page = referrals.list(query(null));
    }
    var words = new Words(caller.getOptions());
    rows = page.referrals().stream().map(row -> new Row(row, words, clock.instant())).toList();
  }

  ListQuery query(String cursor) {
    return new ListQuery(
        Box.valueOf(known(box, Box.class, "INBOX")),
        status == null || status.equals("OPEN") ? Boolean.TRUE : null,
        status == null || !isState(status) ? null : ReferralState.valueOf(status),
        shaped(from, "[A-Z0-9-]{1,60}"),
        null,
        strand == null || known(strand, Strand.class, null) == null ? null : Strand.valueOf(strand),
        shaped(reference, "[A-Z0-9-]{1,17}"),
        ListQuery.Sort.valueOf(known(sort, ListQuery.Sort.class, "DUE")),
        ROWS,
        cursor);
  }

  private static String shaped(String typed, String shape) {
    String text = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
    return text.matches(shape) ? text : null;
  }

  private static boolean isState(String code) {
    return known(code, ReferralState.class, null) != null;
  }

  private static <E extends Enum<E>> String known(String code, Class<E> type, String otherwise) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(code)) {
        return code;
      }
    }
    return otherwise;
  }

  /** The rows, as the table wants them. */
  public PageModel getModel() {
    return new PageModel(rows);
  }

  /** The same list from its beginning. */
  public String getHere() {
    return link(Map.of());
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** How many rows are shown. */
  public int getShown() {
    return rows.size();
  }

  /** The page before, or null. */
  public String getPrevious() {
    return page.previous() == null ? null : link(Map.of("at", page.previous()));
  }

  /** The page after, or null. */
  public String getNext() {
    return page.next() == null ? null : link(Map.of("at", page.next()));
  }

  /** The same list in another order. */
  public String sortedBy(String order) {
    return link(Map.of("sort", order));
  }

  /** The same list without one filter. */
  public String without(String filter) {
    return link(Map.of(filter, ""));
  }

  /** The list without any filter. */
  public String getUnfiltered() {
    return "/referral/inbox.xhtml?box=" + box;
  }

  /** Which way a column is sorted, for its heading. */
  public String sorted(String order) {
    if (!order.equals(sort)) {
      return "none";
    }
    return order.equals("CHANGED") ? "descending" : "ascending";
  }

  /** Whether any filter is set. */
  public boolean isFiltered() {
    return reference != null || status != null || from != null || strand != null;
  }

  /** Status filter in words. */
  public String getStatusName() {
    if (status == null || !isState(status)) {
      return "All, closed ones too";
    }
    return ReferralState.valueOf(status).label();
  }

  /** Agency filter in words. */
  public String getFromName() {
    return new Words(caller.getOptions()).agency(from);
  }

  /** Strand filter in words. */
  public String getStrandName() {
    return known(strand, Strand.class, null) == null ? null : Strand.valueOf(strand).label();
  }

  private String link(Map<String, String> changed) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("box", box);
    parameters.put("reference", reference);
    parameters.put("status", status);
    parameters.put("from", from);
    parameters.put("strand", strand);
    parameters.put("sort", sort);
    parameters.putAll(changed);
    return parameters.entrySet().stream()
        .filter(entry -> entry.getValue() != null && !entry.getValue().isEmpty())
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "/referral/inbox.xhtml?", ""));
  }

  public String getBox() {
    return box;
  }

  public void setBox(String box) {
    this.box = known(box, Box.class, "INBOX");
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getStrand() {
    return strand;
  }

  public void setStrand(String strand) {
    this.strand = strand;
  }

  public String getSort() {
    return sort;
  }

  public void setSort(String sort) {
    this.sort = known(sort, ListQuery.Sort.class, "DUE");
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }
}
