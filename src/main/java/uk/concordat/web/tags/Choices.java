package uk.concordat.web.tags;

import jakarta.el.ValueExpression;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** A group of radio buttons, checkboxes or options; each {@link Choice} inside draws itself. */
@FacesComponent(Choices.TYPE)
public class Choices extends Given {

  public static final String TYPE = "concordat.Choices";

  private boolean firstTaken;

  /** What the choices are drawn as: radio, checkbox or option. */
  String kind() {
    return text("kind");
  }

  @Override
  protected boolean isAbsentMeaningNone() {
    return "checkbox".equals(kind());
  }

  @Override
  public void encodeBegin(FacesContext context) {
    firstTaken = false;
  }

  /**
   * The first control carries the field's own name as id, so that the error summary can link to it.
   */
  String idFor(String value) {
    if (!firstTaken) {
      firstTaken = true;
      return controlName();
    }
    return controlName() + "-" + value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  boolean isGiven(String value) {
    ValueExpression expression = getValueExpression("value");
    Object given =
        expression == null
            ? null
            : expression.getValue(FacesContext.getCurrentInstance().getELContext());
    if (given instanceof Object[] several) {
      return Arrays.stream(several).anyMatch(one -> value.equals(name(one)));
    }
    if (given instanceof Collection<?> several) {
      return several.stream().anyMatch(one -> value.equals(name(one)));
    }
    return value.equals(name(given));
  }

  /** An enum is known by its constant's name, everything else by what it says of itself. */
  static String name(Object one) {
    return one instanceof Enum<?> constant ? constant.name() : one == null ? "" : one.toString();
  }
}
