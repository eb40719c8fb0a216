package uk.concordat.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import uk.concordat.kernel.FieldError;

/** What is wrong on this page, in plain words, for the summary and beside each field. */
@Named("errors")
@RequestScoped
public class ErrorsBean {
  private static final String BUNDLE = "uk.concordat.web.errors";
  private final List<Line> lines = new ArrayList<>();

  /** One error: the id of its first control and its words. */
  public static final class Line {
    private final String field;
    private final String message;

    Line(String field, String message) {
      this.field = field;
      this.message = message;
    }

    /** Id of the control to go to. */
    public String getField() {
      return field;
    }

    /** The words. */
    public String getMessage() {
      return message;
    }
  }

  /** Adds an error of the service; a field {@code a.b} has the control {@code a-b}. */
  public void add(FieldError error) {
    String id = id(error.field());
    if (of(id) == null) {
      lines.add(new Line(id, words(error)));
    }
  }

  /** Adds an error whose words depend on what was asked; the field as in {@link #add}. */
  public void say(String field, String message) {
    if (of(id(field)) == null) {
      lines.add(new Line(id(field), message));
    }
  }

  /** Whether there is any. */
  public boolean isAny() {
    return !lines.isEmpty();
  }

  /** All, in the order of the page. */
  public List<Line> getList() {
    return lines;
  }

  /** The words for a control, or null. */
  public String of(String id) {
    return lines.stream()
        .filter(line -> line.getField().equals(id))
        .map(Line::getMessage)
        .findFirst()
        .orElse(null);
  }

  /** The control of a field. */
  public static String id(String field) {
    return field.replace('.', '-');
  }

  /** The words for an error by itself. */
  public static String words(FieldError error) {
    ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, Locale.UK);
    try {
      return bundle.getString(error.field() + "." + error.code());
    } catch (MissingResourceException general) {
      return bundle.getString(error.code());
    }
  }
}
