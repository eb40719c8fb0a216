package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.queue.SavedFilter;
import uk.concordat.queue.SavedFilterService;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** The lists that somebody keeps as filters: saved, opened, renamed and deleted. */
@Named
@RequestScoped
public class FiltersPage {
  @Inject SavedFilterService filters;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private final ListForm form = new ListForm();
  private String id;
  private String name;
  private List<Line> lines;

  /** A filter: its name, what it holds, where it opens and where it is changed. */
  public record Line(String name, String words, String href, String change) {}

  /** Which one is known before the page is built: a posted page asks early. */
  @PostConstruct
  void address() {
    id = PageAddress.parameter("id");
  }

  /** Reads the one that is to be changed; a new one has no name yet. */
  public void open() {
    if (id != null) {
      name = filters.read(identity()).name();
    } else {
      filters.list(); // whoever may keep none finds no form
    }
  }

  /** All, by name. */
  public List<Line> getAll() {
    if (lines == null) {
      lines = filters.list().stream().map(this::line).toList();
    }
    return lines;
  }

  private Line line(SavedFilter filter) {
    var words = new ListWords(new Words(caller.getOptions()));
    return new Line(
        filter.name(),
        words.of(filter.list()),
        ListForm.addressOf(filter.list()),
        "/referral/filter.xhtml?id=" + filter.id());
  }

  /** What is to be saved, in words. */
  public String getWords() {
    return new ListWords(new Words(caller.getOptions())).of(form.query(null));
  }

  /** Saves the list, or calls a filter something else. */
  public String save() {
    try {
      if (id == null) {
        filters.save(name, form.query(null));
      } else {
        filters.rename(identity(), name);
      }
      return "/referral/filters.xhtml?faces-redirect=true";
    } catch (InvalidInput invalid) {
      invalid
          .errors()
          .forEach(each -> errors.add(new FieldError("filter." + each.field(), each.code())));
      return null;
    }
  }

  /** Deletes it. */
  public String delete() {
    filters.delete(identity());
    return "/referral/filters.xhtml?faces-redirect=true";
  }

  private UUID identity() {
    return PageAddress.id(id);
  }

  /** Whether one that is kept is changed; else the list is saved. */
  public boolean isKept() {
    return id != null;
  }

  /** The list that is to be saved. */
  public ListForm getForm() {
    return form;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
