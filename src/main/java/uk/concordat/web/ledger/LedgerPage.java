package uk.concordat.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import uk.concordat.agency.StaffPost;
import uk.concordat.audit.TrailCursor;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.oversight.Reading;
import uk.concordat.oversight.Trail;
import uk.concordat.oversight.TrailFilter;
import uk.concordat.oversight.TrailQuery;
import uk.concordat.oversight.TrailService;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/**
 * The ledger, for information governance: filters and place are all in the address, so that it can
 * be kept as a bookmark and works without a script.
 */
@Named
@RequestScoped
public class LedgerPage {
  private static final int ROWS = 25;

  @Inject TrailService trails;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private final TrailForm form = new TrailForm("/ledger/ledger.xhtml");
  private String at;
  private Trail trail;
  private List<StaffPost> colleagues;

  /** A filter in use, in words, and the address without it. */
  public record Chip(String label, String href) {}

  /** A ready view: its words, its address, and whether it is the one that is shown. */
  public record View(String label, String href, boolean here) {}

  /** Reads the page; a filter that is none is told and left out, a lost place starts again. */
  public void open() {
    TrailFilter filter = form.filter(errors);
    String called = form.record(errors);
    TrailCursor place = OwnTrailPage.place(at, errors);
    try {
      trail = trails.governed(new TrailQuery(filter, place, ROWS), called);
    } catch (InvalidInput tooLong) {
      tooLong.errors().forEach(errors::add);
      trail = trails.governed(new TrailQuery(filter.recent(), null, ROWS), called);
    }
  }

  /** The ready views. */
  public List<View> getViews() {
    String shown = form.get("reading");
    List<View> views = new ArrayList<>();
    views.add(new View("Everything", form.address("reading", ""), shown == null));
    Arrays.stream(Reading.values())
        .map(
            one ->
                new View(
                    plural(one), form.address("reading", one.code()), one.code().equals(shown)))
        .forEach(views::add);
    return views;
  }

  private static String plural(Reading reading) {
    return switch (reading) {
      case REFUSED -> "Refusals";
      case BULK -> "Bulk reads";
      case GLASS, OUT_OF_HOURS, SAME_NAME -> TrailWords.reading(reading);
    };
  }

  /** What the ready view shows, in words; null for everything. */
  public String getMeaning() {
    Reading reading = Reading.find(String.valueOf(form.get("reading"))).orElse(null);
    if (reading == null) {
      return null;
    }
    return switch (reading) {
      case REFUSED -> "What was tried and not allowed: nothing was shown.";
      case GLASS -> "Emergencies in which somebody opened a record, and what they saw of it.";
      case BULK ->
          "One list or export that showed many people, or one person who opened many records within"
              + " an hour. From how many on is kept as a dated value.";
      case OUT_OF_HOURS ->
          "At a time when people of that agency and role do not usually work. Shifts round the"
              + " clock are left out; the hours are kept as dated values.";
      case SAME_NAME ->
          "Whoever looked has the family name of the person harmed. It may be chance. Where staff"
              + " live is not known here, so neighbours are not found; they declare it themselves.";
    };
  }

  /** The rows. */
  public List<EntryRow> getRows() {
    var words = new TrailWords(getWords());
    return trail.entries().stream()
        .map(entry -> new EntryRow(entry, trail.names(), words, true, true))
        .toList();
  }

  /** People whom the entries about one record show; empty where it is not narrowed to one. */
  public List<String> getPeople() {
    return form.get("record") == null
        ? List.of()
        : trail.entries().stream()
            .filter(entry -> entry.records().size() == 1)
            .flatMap(entry -> entry.subjects().stream())
            .distinct()
            .toList();
  }

  /** Filters in use, other than the ready view. */
  public List<Chip> getChips() {
    List<Chip> chips = new ArrayList<>();
    chip(chips, "record", "Record " + form.get("record"));
    chip(chips, "who", "By " + colleague());
    chip(chips, "person", "One person");
    chip(chips, "from", "From " + getWords().agency(form.get("from")));
    chip(chips, "to", "To " + getWords().agency(form.get("to")));
    chip(chips, "verb", verb(form.get("verb")));
    chip(chips, "since", "Since " + form.get("since"));
    chip(chips, "until", "Until " + form.get("until"));
    return chips;
  }

  private void chip(List<Chip> chips, String name, String label) {
    if (form.get(name) != null) {
      chips.add(new Chip(label, form.address(name, "")));
    }
  }

  private String colleague() {
    return getColleagues().stream()
        .filter(post -> post.subject().toString().equals(form.get("who")))
        .map(StaffPost::displayName)
        .findFirst()
        .orElse("one person of another agency");
  }

  private static String verb(String code) {
    return Arrays.stream(Verb.values())
        .filter(verb -> verb.name().equals(code))
        .map(TrailWords::verb)
        .findFirst()
        .orElse(code);
  }

  /** The operations, by code, in words. */
  public List<Map.Entry<String, String>> getVerbs() {
    return Arrays.stream(Verb.values())
        .map(verb -> Map.entry(verb.name(), TrailWords.verb(verb)))
        .toList();
  }

  /** Colleagues by whom it can be narrowed. */
  public List<StaffPost> getColleagues() {
    if (colleagues == null) {
      colleagues = trails.colleagues();
    }
    return colleagues;
  }

  /** The page after, or null. */
  public String getNext() {
    String next = OwnTrailPage.next(trail.entries(), ROWS);
    return next == null ? null : form.address("at", next);
  }

  /** The newest page, for whoever turned pages; else null. */
  public String getNewest() {
    return at == null ? null : form.address("at", "");
  }

  /** Codes in words. */
  public Words getWords() {
    return new Words(caller.getOptions());
  }

  /** What narrows it. */
  public TrailForm getForm() {
    return form;
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }
}
