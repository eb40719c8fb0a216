package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.concordat.access.StepUpNeeded;
import uk.concordat.access.StepUpService;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.oversight.TransientFile;
import uk.concordat.referral.ReferralExport;
import uk.concordat.referral.ReferralExportService;
import uk.concordat.web.Download;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.SiteBean;
import uk.concordat.web.paper.PaperPdf;

/** Takes a referral out as a PDF, once its reader has proved who they are and said what for. */
@Named
@RequestScoped
public class PaperPage {
  private static final String USES = "export-use";

  @Inject ReferralExportService exports;
  @Inject StepUpService stepUp;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject SiteBean site;
  private String ref;
  private String use;

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
      ReferralExport export = exports.export(ref, use);
      var file = new TransientFile("referral");
      file.fill(to -> print(export, to));
      Download.send(file, "application/pdf", "concordat-" + export.referral().reference() + ".pdf");
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("paper." + error.field(), error.code()))
          .forEach(errors::add);
    } catch (StepUpNeeded again) {
      errors.add(new FieldError("paper.proof", "required"));
    }
    return null;
  }

  private void print(ReferralExport export, Path to) {
    try (OutputStream out = Files.newOutputStream(to)) {
      PaperPdf.write(ReferralPaper.of(export, caller.getOptions(), site.isDemo()), out);
    } catch (IOException notWritten) {
      throw new UncheckedIOException(notWritten);
    }
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
}
