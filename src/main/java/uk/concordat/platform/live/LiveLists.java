package uk.concordat.platform.live;

import com.sun.faces.push.WebsocketChannelManager;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.SessionService;
import uk.concordat.caller.CurrentCaller;

/**
 * Where a page that shows a list is told that it has changed: the channel of Faces' push, as {@code
 * f:websocket} would open it, but without the inline script that it writes and our policy forbids;
 * our own script opens it instead.
 */
@Named("live")
@RequestScoped
public class LiveLists {
  @Inject CurrentCaller current;
  @Inject SessionService session;
  @Inject Watchers watchers;
  @Inject WebsocketChannelManager channels;

  /** The address of the socket of this session; the caller is told from now on. */
  public String getAddress() {
    UUID subject = current.get().subject();
    watchers.watch(subject, Set.copyOf(session.viewers()));
    return channels.register(
        FacesContext.getCurrentInstance(), ListPush.CHANNEL, "session", subject);
  }
}
