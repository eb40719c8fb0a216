package uk.concordat.referral;

import java.util.Collection;
import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.FieldError;

/** No agreement in force lets this go to that agency; it says what is missing. */
public class NotCovered extends GuardRefused {
  private static final long serialVersionUID = 1L;
  private final transient List<FieldError> missing;

  private NotCovered(List<FieldError> missing) {
    super("no-agreement");
    this.missing = List.copyOf(missing);
  }

  /** There is no agreement between the two agencies for this purpose, or none at all. */
  static NotCovered forPurpose() {
    return new NotCovered(List.of(new FieldError("footing.purpose", "no-agreement")));
  }

  /** The agreement leaves these classes out. */
  public static NotCovered forClasses(Collection<DataClass> classes) {
    return new NotCovered(
        classes.stream().map(one -> new FieldError(one.name(), "no-agreement")).toList());
  }

  /** The pieces that are missing: the purpose, or each data class by its name. */
  public List<FieldError> missing() {
    return missing;
  }
}
