package uk.concordat.web.document;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.codelist.CodeValue;
import uk.concordat.document.Busy;
import uk.concordat.document.DocumentLimits;
import uk.concordat.document.ScannerAway;
import uk.concordat.document.TooSlow;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.Attaching;
import uk.concordat.referral.DocumentService;
import uk.concordat.referral.Documents;
import uk.concordat.referral.GuardRefused;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.TypedAnswers;
import uk.concordat.web.referral.Words;

/** Attaches files to a referral, one after another, and says of each what became of it. */
@Named
@RequestScoped
public class AttachPage {
  @Inject DocumentService documents;
  @Inject Attaching attaching;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String ref;
  private String dataClass = DataClass.D5.name();
  private String form;
  private Documents listed;
  private final List<Result> results = new ArrayList<>();

  /**
   * What became of a file.
   *
   * @param attached whether it is kept
   * @param said in a sentence
   */
  public record Result(String name, boolean attached, String said) {}

  /** The address is known before the view parameter is: a posted page asks early what it shows. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page; to whom it is not for, it is not there. */
  public void open() {
    if (!getListed().attaches()) {
      throw new NotFound();
    }
  }

  /** Attaches what was chosen; what could not be kept is said, and the others are kept. */
  public String attach() throws IOException {
    List<Part> files = files();
    if (files.isEmpty()) {
      errors.add(new FieldError("file", "required"));
      return null;
    }
    for (Part file : files) {
      results.add(attached(file));
    }
    listed = null;
    List<Result> failed = results.stream().filter(result -> !result.attached()).toList();
    if (failed.isEmpty()) {
      return "/document/attach.xhtml?faces-redirect=true&ref=" + getListed().reference();
    }
    Result first = failed.get(0);
    errors.say("file", files.size() == 1 ? first.said() : first.name() + ": " + first.said());
    return null;
  }

  private Result attached(Part file) {
    String name = file.getSubmittedFileName();
    try {
      if (file.getSize() > DocumentLimits.FILE_BYTES) {
        throw new InvalidInput("file", "too-large");
      }
      DataClass part = chosen();
      attaching.asked(
          ref,
          part,
          null,
          () -> attaching.attach(ref, part, form(), name, bytes(file), null, null));
      return new Result(name, true, "Attached");
    } catch (InvalidInput wrong) {
      return failed(name, wrong.errors().get(0));
    } catch (Busy busy) {
      return failed(name, new FieldError("file", "busy"));
    } catch (TooSlow slow) {
      return failed(name, new FieldError("file", "too-slow"));
    } catch (ScannerAway away) {
      return failed(name, new FieldError("file", "cannot-be-checked"));
    } catch (GuardRefused refused) {
      return failed(name, new FieldError("file", refused.code()));
    }
  }

  private byte[] bytes(Part file) {
    try (var stream = file.getInputStream()) {
      return attaching.incoming(stream, file.getSize()).read();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static Result failed(String name, FieldError error) {
    return new Result(name, false, ErrorsBean.words(error));
  }

  /** The part that was chosen; of a form its own, whatever was chosen. */
  private DataClass chosen() {
    String part =
        getListed().forms().stream()
            .filter(one -> one.code().equals(form()))
            .map(CodeValue::appliesTo)
            .findFirst()
            .orElse(dataClass);
    return getListed().attachable().stream()
        .filter(one -> one.name().equals(part))
        .findFirst()
        .orElse(null);
  }

  private static List<Part> files() throws IOException {
    var request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    try {
      return request.getParts().stream()
          .filter(part -> part.getName().equals("file") && part.getSubmittedFileName() != null)
          .filter(part -> !part.getSubmittedFileName().isEmpty())
          .toList();
    } catch (ServletException noForm) {
      return List.of();
    }
  }

  /** The documents as they are. */
  public Documents getListed() {
    if (listed == null) {
      listed = documents.list(ref);
    }
    return listed;
  }

  /** The same in words. */
  public List<DocumentRow> getRows() {
    var words = new Words(caller.getOptions());
    return getListed().seen().stream()
        .map(document -> new DocumentRow(document, getListed().reference(), words))
        .toList();
  }

  /** What became of each file, where some were refused. */
  public List<Result> getResults() {
    return results;
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  private String form() {
    return TypedAnswers.blank(form);
  }

  public String getForm() {
    return form;
  }

  public void setForm(String form) {
    this.form = form;
  }

  public String getDataClass() {
    return dataClass;
  }

  public void setDataClass(String dataClass) {
    this.dataClass = dataClass;
  }
}
