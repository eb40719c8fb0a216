package uk.concordat.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Holds the caller of this request; the mechanism that checked them puts them here. */
@RequestScoped
public class CurrentCaller {
  private Caller caller;

  /**
   * The caller.
   *
   * @throws IllegalStateException when nobody is signed in
   */
  public Caller get() {
    return find().orElseThrow(() -> new IllegalStateException("no caller"));
  }

  /** The caller, or empty on a page that needs none. */
  public Optional<Caller> find() {
    return Optional.ofNullable(caller);
  }

  /** Called once, by the mechanism that checked who this is. */
  public void is(Caller checked) {
    caller = checked;
  }
}
