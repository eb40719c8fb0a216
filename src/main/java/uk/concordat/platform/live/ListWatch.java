package uk.concordat.platform.live;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.UUID;

/**
 * A session in which a list was opened. It is told for as long as it lasts, whatever else is done
 * in it, and nobody but itself opens its socket.
 */
@SessionScoped
class ListWatch implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Watchers watchers;
  private final UUID session = UUID.randomUUID();
  private String address;

  /** A list is read in it; answers what the list is known by. */
  UUID begin(UUID subject) {
    return watchers.watch(session, subject);
  }

  /** By what the channel knows the session. */
  UUID session() {
    return session;
  }

  /** Keeps the address that its pages were given. */
  void opensAt(String given) {
    address = given;
  }

  /** Whether it is the session's own socket that is asked for, by one of its lists. */
  boolean opens(String secret, String list) {
    boolean own = address != null && address.endsWith("?" + secret);
    if (own) {
      watchers.opening(session, list);
    }
    return own;
  }

  @PreDestroy
  void end() {
    watchers.forget(session);
  }
}
