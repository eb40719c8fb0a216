package uk.concordat.it;

import java.net.URI;
import uk.concordat.stack.DemoAccount;

/** People at the portal's pages, without a browser. */
public final class Visitors {
  private final URI portal;
  private final Exchanges seen;

  /**
   * @param portal its address
   * @param seen keeps what is answered
   */
  public Visitors(URI portal, Exchanges seen) {
    this.portal = portal;
    this.seen = seen;
  }

  /** The portal's address, without a slash at the end. */
  public String address() {
    return portal.toString();
  }

  /** Somebody who has not signed in. */
  public Visitor stranger() {
    return new Visitor(portal, seen);
  }

  /** Somebody who has, through Keycloak's own page. */
  public Visitor signedIn(String username) {
    Visitor visitor = stranger();
    visitor.signIn(username, DemoAccount.PASSWORD);
    return visitor;
  }
}
