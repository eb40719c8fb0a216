package uk.concordat.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import uk.concordat.oversight.TransientFile;

/** Answers with a file instead of a page. */
public final class Download {
  private Download() {}

  /** Sends a file, which is gone then. */
  public static void send(TransientFile file, String type, String name) throws IOException {
    FacesContext context = FacesContext.getCurrentInstance();
    ExternalContext answer = context.getExternalContext();
    answer.setResponseContentType(type);
    answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    answer.setResponseHeader("Content-Length", Long.toString(file.size()));
    file.send(answer.getResponseOutputStream());
    context.responseComplete();
  }

  /** Begins a file whose size is not known before it is written. */
  public static OutputStream begin(String type, String name) throws IOException {
    FacesContext context = FacesContext.getCurrentInstance();
    ExternalContext answer = context.getExternalContext();
    answer.setResponseContentType(type);
    answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    context.responseComplete();
    return answer.getResponseOutputStream();
  }
}
