package uk.concordat.web.tags;

import jakarta.el.ELException;
import jakarta.el.ValueExpression;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was given under {@code name} in a submitted form, handed to {@code value} as it was typed.
 * It draws nothing: the control is plain HTML beside it. There is no conversion and no validation
 * here, so whatever was typed comes back on the page that reports the error, and the page bean says
 * what is wrong in the product's own words.
 */
@FacesComponent(Given.TYPE)
public class Given extends UIComponentBase {

  public static final String TYPE = "concordat.Given";

  private String[] submitted;

  @Override
  public String getFamily() {
    return "concordat";
  }

  @Override
  public String getRendererType() {
    return null;
  }

  /** The name of the control, which is also the name of the field in error messages. */
  public String controlName() {
    return text("name");
  }

  /** A group of checkboxes that was sent with none ticked is an answer too: nothing. */
  protected boolean isAbsentMeaningNone() {
    return false;
  }

  @Override
  public void decode(FacesContext context) {
    submitted = context.getExternalContext().getRequestParameterValuesMap().get(controlName());
    if (submitted == null && isAbsentMeaningNone()) {
      submitted = new String[0];
    }
  }

  @Override
  public void processUpdates(FacesContext context) {
    super.processUpdates(context);
    ValueExpression value = getValueExpression("value");
    if (submitted == null || value == null || !isRendered()) {
      return;
    }
    Class<?> type = value.getType(context.getELContext());
    try {
      value.setValue(context.getELContext(), as(type));
    } catch (ELException | IllegalArgumentException notOneOfOurs) {
      // Somebody sent a value that the page never offered: as good as no answer.
      value.setValue(context.getELContext(), null);
    }
  }

  private Object as(Class<?> type) {
    if (type == null || type == String.class || !many(type)) {
      return submitted.length == 0 ? null : submitted[0];
    }
    if (type == String[].class) {
      return submitted.clone();
    }
    return Set.class.isAssignableFrom(type)
        ? new LinkedHashSet<>(List.of(submitted))
        : List.copyOf(new LinkedHashSet<>(List.of(submitted)));
  }

  private static boolean many(Class<?> type) {
    return type == String[].class || Collection.class.isAssignableFrom(type);
  }

  /** The attribute as text, or null where it is absent or empty. */
  protected String text(String attribute) {
    return text(this, attribute);
  }

  static String text(UIComponentBase component, String attribute) {
    Map<String, Object> attributes = component.getAttributes();
    Object found = attributes.get(attribute);
    if (found == null) {
      ValueExpression expression = component.getValueExpression(attribute);
      found =
          expression == null
              ? null
              : expression.getValue(FacesContext.getCurrentInstance().getELContext());
    }
    String text = found == null ? "" : found.toString();
    return text.isEmpty() ? null : text;
  }
}
