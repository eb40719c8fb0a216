package uk.concordat.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Holds the caller of this request; the mechanism that checked them puts them here. */
@RequestScoped
public class CurrentCaller {
  private Caller caller;
  private Assurance assurance = Assurance.NONE;
  private String email;

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

  /** How sure the identity provider is of them. */
  public Assurance assurance() {
    return assurance;
  }

  /** Where they get mail: null where their token does not say, empty where they have no address. */
  public String email() {
    return email;
  }

  /**
   * Called by the mechanism that checked the token.
   *
   * @param verified null where the token does not say, empty where there is none
   */
  public void reachedAt(String verified) {
    email = verified;
  }

  /** Called by the mechanism that checked the token. */
  public void assured(Assurance checked) {
    assurance = checked;
  }

  /**
   * Called by the mechanism that checked who this is, and once the database has told their role.
   *
   * @param checked null where they turned out to be nobody
   */
  public void is(Caller checked) {
    caller = checked;
  }
}
