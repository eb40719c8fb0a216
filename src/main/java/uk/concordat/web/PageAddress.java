package uk.concordat.web;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import uk.concordat.kernel.NotFound;

/** What the address of a page says, and where a page's answer leads instead of itself. */
public final class PageAddress {
  private PageAddress() {}

  /**
   * An identity in an address.
   *
   * @throws NotFound where it is none: it names nothing
   */
  public static UUID id(String text) {
    try {
      return UUID.fromString(text == null ? "" : text);
    } catch (IllegalArgumentException none) {
      throw new NotFound();
    }
  }

  /** A parameter, before the page has been read: a posted page asks early. */
  public static String parameter(String name) {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .get(name);
  }

  /** All that was given under a name, in their order. */
  public static List<String> parameters(String name) {
    String[] given =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .get(name);
    return given == null ? List.of() : List.of(given);
  }

  /** Answers with the page that says that somebody was faster. */
  public static void changedMeanwhile() throws IOException {
    FacesContext context = FacesContext.getCurrentInstance();
    context.getExternalContext().responseSendError(HttpServletResponse.SC_CONFLICT, null);
    context.responseComplete();
  }
}
