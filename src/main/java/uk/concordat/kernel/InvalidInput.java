package uk.concordat.kernel;

import java.util.List;

/** What was given cannot be used; says which fields and why, never what they held. */
public class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<FieldError> errors;

  /**
   * @param errors at least one, in the order of the form
   */
  public InvalidInput(List<FieldError> errors) {
    super(errors.toString());
    this.errors = List.copyOf(errors);
  }

  /** One field, one reason. */
  public InvalidInput(String field, String code) {
    this(List.of(new FieldError(field, code)));
  }

  /** What is wrong, in the order of the form. */
  public List<FieldError> errors() {
    return errors;
  }
}
