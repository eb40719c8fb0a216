package uk.concordat.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import uk.concordat.incident.IncidentPage;
import uk.concordat.incident.IncidentQuery;
import uk.concordat.incident.IncidentService;
import uk.concordat.incident.IncidentState;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.TypedAnswers;
import uk.concordat.web.referral.Words;

/**
 * The incidents that the caller's agency holds, or their own drafts: filters and place are all in
 * the address, so that it can be kept as a bookmark and works without a script.
 */
@Named
@RequestScoped
public class IncidentsPage {
  private static final int ROWS = 20;

  @Inject IncidentService incidents;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String state;
  private String reference;
  private String category;
  private String strand;
  private String at;
  private IncidentPage page;
  private List<IncidentRow> rows;

  /** Reads the page of the list; a filter that is none is left out, a lost place starts again. */
  public void open() {
    try {
      page = incidents.list(query(at));
    } catch (InvalidInput lost) {
      lost.errors().forEach(errors::add);
      page = incidents.list(query(null));
    }
    var words = new Words(caller.getOptions());
    rows = page.incidents().stream().map(row -> new IncidentRow(row, words)).toList();
  }

  private IncidentQuery query(String cursor) {
    return new IncidentQuery(
        isDrafts() ? IncidentState.DRAFT : IncidentState.LOGGED,
        shaped(category, "[A-Z0-9_]{1,60}"),
        Arrays.stream(Strand.values())
            .filter(one -> one.name().equals(strand))
            .findFirst()
            .orElse(null),
        shaped(reference, "[A-Z0-9-]{1,17}"),
        ROWS,
        TypedAnswers.blank(cursor));
  }

  private static String shaped(String typed, String shape) {
    String text = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
    return text.matches(shape) ? text : null;
  }

  /** Whether it lists drafts. */
  public boolean isDrafts() {
    return "DRAFT".equals(state);
  }

  /** Whether any filter is set. */
  public boolean isFiltered() {
    return reference != null || category != null || strand != null;
  }

  /** The rows of this page. */
  public List<IncidentRow> getRows() {
    return rows;
  }

  /** The page before, or null. */
  public String getPrevious() {
    return page.previous() == null ? null : link(page.previous());
  }

  /** The page after, or null. */
  public String getNext() {
    return page.next() == null ? null : link(page.next());
  }

  private String link(String cursor) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("state", state);
    parameters.put("reference", reference);
    parameters.put("category", category);
    parameters.put("strand", strand);
    parameters.put("at", cursor);
    return parameters.entrySet().stream()
        .filter(entry -> entry.getValue() != null && !entry.getValue().isEmpty())
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "/incident/incidents.xhtml?", ""));
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = TypedAnswers.blank(reference);
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = TypedAnswers.blank(category);
  }

  public String getStrand() {
    return strand;
  }

  public void setStrand(String strand) {
    this.strand = TypedAnswers.blank(strand);
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }
}
