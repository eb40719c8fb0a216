package uk.concordat.it;

import java.net.URI;
import uk.concordat.stack.DemoAccount;

/** People at the portal's pages, without a browser. */
public final class Visitors {
  private final URI portal;

  /**
   * @param portal its address
   */
  public Visitors(URI portal) {
    this.portal = portal;
  }

  /** The portal's address, without a slash at the end. */
  public String address() {
    return portal.toString();
  }

  /** Somebody who has not signed in. */
  public Visitor stranger() {
    return new Visitor(portal);
  }

  /** Somebody who has, through Keycloak's own page. */
  public Visitor signedIn(String username) {
    Visitor visitor = stranger();
    visitor.signIn(username, DemoAccount.PASSWORD);
    return visitor;
  }
}
