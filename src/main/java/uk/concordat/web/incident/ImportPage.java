package uk.concordat.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import uk.concordat.incident.ImportState;
import uk.concordat.incident.ImportView;
import uk.concordat.incident.ImportWork;
import uk.concordat.incident.IncidentImportService;
import uk.concordat.incident.RowError;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** Takes a file of incidents, shows how far it is and what was read, and logs or discards it. */
@Named
@RequestScoped
public class ImportPage {
  @Inject IncidentImportService imports;
  @Inject ImportWork work;
  @Inject ErrorsBean errors;
  @Inject SignedInBean caller;
  private String id;
  private ImportView view;

  @PostConstruct
  void address() {
    id = PageAddress.parameter("id");
  }

  /** Begins to read what was sent. */
  public String read() throws IOException {
    try {
      return address(work.read(file()));
    } catch (InvalidInput notOurs) {
      notOurs.errors().forEach(each -> errors.add(new FieldError("file", each.code())));
      return null;
    }
  }

  private static byte[] file() throws IOException {
    try {
      var request =
          (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
      Part part = request.getPart("file");
      if (part == null || part.getSize() == 0) {
        throw new InvalidInput("file", "required");
      }
      try (var stream = part.getInputStream()) {
        return stream.readAllBytes();
      }
    } catch (ServletException noForm) {
      throw new InvalidInput("file", "required");
    }
  }

  /** Begins to log everything at once. */
  public String commit() {
    try {
      UUID file = PageAddress.id(id);
      work.log(file);
      return address(file);
    } catch (InvalidInput notReady) {
      notReady.errors().forEach(errors::add);
      return null;
    }
  }

  /** Forgets it. */
  public String discard() {
    try {
      imports.discard(PageAddress.id(id));
      return "/incident/import.xhtml?faces-redirect=true";
    } catch (InvalidInput logged) {
      logged.errors().forEach(errors::add);
      return null;
    }
  }

  private static String address(UUID file) {
    return "/incident/imported.xhtml?faces-redirect=true&id=" + file;
  }

  /** The file in the address. */
  public ImportView getView() {
    if (view == null) {
      view = imports.find(PageAddress.id(id));
    }
    return view;
  }

  /** Opens the page of a file. */
  public void open() {
    getView();
  }

  /** Opens the page that asks for one; to whom it is not for, it is not there. */
  public void ask() {
    if (!caller.isMayImportIncidents()) {
      throw new NotFound();
    }
  }

  /** How far it is, in a sentence. */
  public String getProgress() {
    String done = String.format(Locale.UK, "%,d", getView().done());
    return getView().state() == ImportState.READING
        ? done + " read and checked so far."
        : String.format(
            Locale.UK,
            "%s of %,d so far. None of them counts until all are logged.",
            done,
            getView().rows());
  }

  /** What is wrong, in words. */
  public String words(RowError error) {
    return ErrorsBean.words(new FieldError(error.field(), error.code()));
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
