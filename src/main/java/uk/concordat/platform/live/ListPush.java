package uk.concordat.platform.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Says to open lists that they have changed, and not a word more. */
@ApplicationScoped
class ListPush {
  /** The channel of Faces' push. */
  static final String CHANNEL = "lists";

  @Inject
  @Push(channel = CHANNEL)
  PushContext channel;

  void changed(Set<UUID> subjects) {
    channel.send("changed", subjects);
  }
}
