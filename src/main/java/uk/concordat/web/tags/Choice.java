package uk.concordat.web.tags;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/**
 * One radio button, checkbox or option of the {@link Choices} around it, with its label and, if
 * any, its hint.
 */
@FacesComponent(Choice.TYPE)
public class Choice extends UIComponentBase {

  public static final String TYPE = "concordat.Choice";

  @Override
  public String getFamily() {
    return "concordat";
  }

  @Override
  public String getRendererType() {
    return null;
  }

  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    Choices group = group();
    String value = Choices.name(getAttributes().get("value"));
    String label = Given.text(this, "label");
    ResponseWriter out = context.getResponseWriter();
    if ("option".equals(group.kind())) {
      option(out, value, label, group.isGiven(value));
    } else {
      control(out, group, value, label);
    }
  }

  private void option(ResponseWriter out, String value, String label, boolean given)
      throws IOException {
    out.startElement("option", this);
    out.writeAttribute("value", value, null);
    out.writeAttribute("selected", given, null);
    out.writeText(label == null ? "" : label, null);
    out.endElement("option");
  }

  private void control(ResponseWriter out, Choices group, String value, String label)
      throws IOException {
    String hint = Given.text(this, "hint");
    String id = group.idFor(value);
    String hintId = id + "--hint";
    out.startElement("div", this);
    out.writeAttribute("class", "choice", null);
    out.startElement("input", this);
    out.writeAttribute("type", group.kind(), null);
    out.writeAttribute("id", id, null);
    out.writeAttribute("name", group.controlName(), null);
    out.writeAttribute("value", value, null);
    out.writeAttribute("checked", group.isGiven(value), null);
    if (hint != null) {
      out.writeAttribute("aria-describedby", hintId, null);
    }
    out.endElement("input");
    out.startElement("label", this);
    out.writeAttribute("for", id, null);
    out.writeText(label == null ? "" : label, null);
    out.endElement("label");
    if (hint != null) {
      out.startElement("p", this);
      out.writeAttribute("class", "hint", null);
      out.writeAttribute("id", hintId, null);
      out.writeText(hint, null);
      out.endElement("p");
    }
    out.endElement("div");
  }

  private Choices group() {
    for (UIComponent above = getParent(); above != null; above = above.getParent()) {
      if (above instanceof Choices group) {
        return group;
      }
    }
    throw new IllegalStateException("A choice stands inside radios, checkboxes or select");
  }
}
