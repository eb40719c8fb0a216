package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.concordat.access.StepUpNeeded;
import uk.concordat.access.StepUpService;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.ReferralExport;
import uk.concordat.referral.ReferralExportService;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/**
 * Takes a referral out as a PDF, or as that and its documents, once its reader has proved who they
 * are and said what for.
 */
@Named
@RequestScoped
public class PaperPage {
  private static final String USES = "export-use";
  private static final String ZIP = "ZIP";

  @Inject ReferralExportService exports;
  @Inject StepUpService stepUp;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject ReferralFiles files;
  private String ref;
  private String use;
  private String content = "PAPER";

  /** The address is known before the view parameter is: a posted page asks early. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page to whoever may export it and has just proved who they are. */
  public void open() throws IOException {
    ref = exports.ask(ref);
    if (!stepUp.fresh()) {
      ExternalContext out = FacesContext.getCurrentInstance().getExternalContext();
      String here = "/referral/paper.xhtml?ref=" + ref;
      out.redirect(
          out.getRequestContextPath()
              + "/step-up?to="
              + URLEncoder.encode(here, StandardCharsets.UTF_8));
    }
  }

  /** Sends the file. */
  public String export() throws IOException {
    try {
      boolean zip = ZIP.equals(content);
      ReferralExport export = exports.export(ref, use, zip);
      if (zip) {
        files.sendZip(export);
      } else {
        files.sendPaper(export);
      }
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("paper." + error.field(), error.code()))
          .forEach(errors::add);
    } catch (StepUpNeeded again) {
      errors.add(new FieldError("paper.proof", "required"));
    }
    return null;
  }

  /** What it may be for. */
  public List<CodeValue> getUses() {
    return caller.getOptions().lists().list(USES);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getUse() {
    return use;
  }

  public void setUse(String use) {
    this.use = use;
  }

  public String getContent() {
    return content;
  }

  public void setContent(String content) {
    this.content = content;
  }
}
