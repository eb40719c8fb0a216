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
import uk.concordat.incident.ImportView;
import uk.concordat.incident.IncidentImportService;
import uk.concordat.incident.RowError;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** Reads a file of incidents, shows what was read, and logs or discards it. */
@Named
@RequestScoped
public class ImportPage {
  @Inject IncidentImportService imports;
  @Inject ErrorsBean errors;
  @Inject SignedInBean caller;
  private String id;
  private ImportView view;

  @PostConstruct
  void address() {
    id = PageAddress.parameter("id");
  }

  /** Reads what was sent. */
  public String read() throws IOException {
    try {
      ImportView read = imports.read(file());
      return address(read);
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

  /** Logs everything at once. */
  public String commit() {
    try {
      return address(imports.commit(PageAddress.id(id)));
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

  private static String address(ImportView read) {
    return "/incident/imported.xhtml?faces-redirect=true&id=" + read.id();
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
