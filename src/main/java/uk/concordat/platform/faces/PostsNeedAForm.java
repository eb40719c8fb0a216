package uk.concordat.platform.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * Refuses a form that is sent to a page that has none: such a page is made to be read, and would
 * run through phases that it is not prepared for.
 */
public class PostsNeedAForm implements PhaseListener {
  private static final long serialVersionUID = 1L;

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    FacesContext context = event.getFacesContext();
    if (context.isPostback() && !failed(context) && !hasForm(context.getViewRoot())) {
      try {
        context.getExternalContext().setResponseHeader("Allow", "GET, HEAD");
        context
            .getExternalContext()
            .responseSendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED, null);
        context.responseComplete();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }

  private static boolean failed(FacesContext context) {
    return context.getViewRoot() == null
        || context.getExceptionHandler().getUnhandledExceptionQueuedEvents().iterator().hasNext();
  }

  private static boolean hasForm(UIComponent component) {
    if (component instanceof UIForm) {
      return true;
    }
    for (Iterator<UIComponent> inside = component.getFacetsAndChildren(); inside.hasNext(); ) {
      if (hasForm(inside.next())) {
        return true;
      }
    }
    return false;
  }
}
