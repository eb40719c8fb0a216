package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.concordat.oversight.TransientFile;
import uk.concordat.referral.DocumentReader;
import uk.concordat.referral.ReferralExport;
import uk.concordat.web.Download;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.SiteBean;
import uk.concordat.web.paper.PaperPdf;

/** Answers with a referral that was taken out: its paper, or that and its documents as a ZIP. */
@RequestScoped
class ReferralFiles {
  @Inject DocumentReader documents;
  @Inject SignedInBean caller;
  @Inject SiteBean site;

  /** Sends the paper. */
  void sendPaper(ReferralExport export) throws IOException {
    Download.send(paper(export), "application/pdf", name(export) + ".pdf");
  }

  /** Sends the paper and the documents, one after another; none of them is laid aside here. */
  void sendZip(ReferralExport export) throws IOException {
    TransientFile paper = paper(export);
    OutputStream out = Download.begin("application/zip", name(export) + ".zip");
    String marking = ReferralPaper.marking(site.isDemo());
    new ReferralZip(export, marking, new Words(caller.getOptions()), documents).write(paper, out);
  }

  private static String name(ReferralExport export) {
    return "concordat-" + export.referral().reference();
  }

  private TransientFile paper(ReferralExport export) {
    var file = new TransientFile("referral");
    file.fill(to -> print(export, to));
    return file;
  }

  private void print(ReferralExport export, Path to) {
    try (OutputStream out = Files.newOutputStream(to)) {
      PaperPdf.write(ReferralPaper.of(export, caller.getOptions(), site.isDemo()), out);
    } catch (IOException notWritten) {
      throw new UncheckedIOException(notWritten);
    }
  }
}
