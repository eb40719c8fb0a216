package uk.concordat.platform.live;

import com.sun.faces.push.WebsocketChannelManager;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
  @Inject ListWatch watch;
  @Inject WebsocketChannelManager channels;

  /** The session is told from now on: begun before the list is read, so that nothing is missed. */
  public void begin() {
    watch.begin(current.get().subject());
  }

  /** The address of the socket of this session. */
  public String getAddress() {
    String address =
        channels.register(
            FacesContext.getCurrentInstance(), ListPush.CHANNEL, "session", watch.session());
    watch.opensAt(address);
    return address;
  }
}
