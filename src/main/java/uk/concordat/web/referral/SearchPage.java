package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.SearchQuery;
import uk.concordat.referral.SearchResult;
import uk.concordat.referral.SearchService;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/**
 * Search: a form that is posted, since what somebody searches for must not stand in an address. It
 * leads to what was found, whose address names the search and says nothing of it. The box at the
 * head of every page is the same form.
 */
@Named
@RequestScoped
public class SearchPage {
  private static final int ROWS = 20;

  @Inject SearchService searches;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  @Inject RecentSearches recent;
  private String text;
  private String place;
  private SearchResult result;
  private List<SearchRow> rows = List.of();
  private boolean forgotten;

  /** Searches for what the address names, if it names anything that is still known. */
  public void open() {
    String id = PageAddress.parameter("asked");
    if (id != null) {
      recent.find(PageAddress.id(id)).ifPresentOrElse(this::search, () -> forgotten = true);
    }
  }

  /** Searches from the best on. */
  public String find() {
    return ask(null);
  }

  /** Goes on where the page ended. */
  public String goOn() {
    return ask(place);
  }

  /** What was found has an address, so that a step back leads to it. */
  private String ask(String from) {
    try {
      new SearchQuery(text, ROWS, from).checked();
      return "/referral/search.xhtml?faces-redirect=true&asked="
          + recent.keep(new RecentSearches.Asked(text, from));
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("search." + error.field(), error.code()))
          .forEach(errors::add);
      return null;
    }
  }

  private void search(RecentSearches.Asked asked) {
    text = asked.text();
    result = searches.search(new SearchQuery(text, ROWS, asked.place()));
    var words = new Words(caller.getOptions());
    rows = result.hits().stream().map(hit -> new SearchRow(hit, words, clock.instant())).toList();
  }

  /** Whether the address names a search that is not known any more. */
  public boolean isForgotten() {
    return forgotten;
  }

  /** Whether somebody has searched. */
  public boolean isSearched() {
    return result != null;
  }

  /** What was found, on this page. */
  public List<SearchRow> getRows() {
    return rows;
  }

  /** How much was found, in words. */
  public String getCount() {
    if (result.more()) {
      return "More than " + result.found() + " found. Add a word to find fewer.";
    }
    return switch (result.found()) {
      case 0 -> "Nothing found";
      case 1 -> "1 referral found";
      default -> result.found() + " referrals found";
    };
  }

  /** Which of them are shown, in words. */
  public String getShowing() {
    return "Showing %d to %d".formatted(result.from() + 1, result.from() + rows.size());
  }

  /** Whether there is a page after this one. */
  public boolean isNext() {
    return result != null && result.next() != null;
  }

  /** Where the page after this one begins; what a form says of it where one was sent. */
  public String getPlace() {
    return result == null ? place : result.next();
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
