package uk.concordat.referral;

import java.util.ArrayList;
import java.util.List;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

/** Collects what is wrong, so that a person is told all of it at once. */
public class Findings {
  private final List<FieldError> errors = new ArrayList<>();

  /** Adds a finding where something is wrong. */
  public void add(boolean wrong, String field, String code) {
    if (wrong) {
      errors.add(new FieldError(field, code));
    }
  }

  /** What must not be missing or blank. */
  public void required(Object value, String field) {
    add(value == null || value.toString().isBlank(), field, "required");
  }

  void atMost(int length, String value, String field) {
    add(value != null && value.length() > length, field, "too-long");
  }

  /** What somebody typed, as PostgreSQL keeps it. */
  public void typed(int length, String value, String field) {
    atMost(length, value, field);
    add(value != null && value.indexOf('\0') >= 0, field, "invalid-character");
  }

  /** Everything, in the order in which it was found. */
  public List<FieldError> all() {
    return List.copyOf(errors);
  }

  /**
   * @throws InvalidInput with everything that is wrong
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }
}
