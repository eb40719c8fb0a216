package uk.concordat.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.casework.ResultService;
import uk.concordat.casework.Results;
import uk.concordat.kernel.FieldError;
import uk.concordat.web.TypedAnswers;

/** Passes on what came of a prosecution to whoever started it, or says that it is not wanted. */
@Named
@RequestScoped
public class PassOnPage extends CaseworkForm {
  @Inject ResultService results;
  private String what;
  private String file;
  private Results known;

  /** Opens the form. */
  public void open() {
    known();
    opened(known.reference(), "", known.passes());
    if (!known.files().isEmpty()) {
      file = known.files().get(known.files().size() - 1);
    }
  }

  private Results known() {
    if (known == null) {
      known = results.of(getRef());
    }
    return known;
  }

  /** Whether a result would reach whoever sent the referral. */
  public boolean isReaching() {
    return Boolean.TRUE.equals(known().reaches());
  }

  @Override
  String latest() {
    return "";
  }

  /** Keeps it. */
  public String keep() throws IOException {
    boolean objects = "OBJECTS".equals(what);
    if (!objects && !"PASS".equals(what)) {
      errors.add(new FieldError("result.what", "required"));
    }
    return keep(
        new TypedAnswers(),
        "result.",
        () -> {
          if (objects) {
            results.object(getRef());
          } else {
            results.pass(getRef(), TypedAnswers.blank(file));
          }
        });
  }

  public String getWhat() {
    return what;
  }

  public void setWhat(String what) {
    this.what = what;
  }

  public String getFile() {
    return file;
  }

  public void setFile(String file) {
    this.file = file;
  }
}
