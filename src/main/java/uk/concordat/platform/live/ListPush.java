package uk.concordat.platform.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.event.WebsocketEvent;
import jakarta.faces.event.WebsocketEvent.Opened;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/**
 * Says to open lists that they have changed, and not a word more. A list whose socket opens is told
 * so too, where something came while it had none; so are, then, the others of the session.
 */
@ApplicationScoped
class ListPush {
  /** The channel of Faces' push. */
  static final String CHANNEL = "lists";

  @Inject
  @Push(channel = CHANNEL)
  PushContext channel;

  @Inject Watchers watchers;

  void changed(Set<UUID> sessions) {
    channel.send("changed", sessions);
  }

  void opened(@Observes @Opened WebsocketEvent socket) {
    UUID session = socket.getUser();
    if (session != null && watchers.missed(session)) {
      changed(Set.of(session));
    }
  }
}
