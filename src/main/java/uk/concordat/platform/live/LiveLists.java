package uk.concordat.platform.live;

import com.sun.faces.push.WebsocketChannelManager;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
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

  private UUID list;

  /** The list is told from now on: begun before it is read, so that nothing is missed. */
  public void begin() {
    list = watch.begin(current.get().subject());
  }

  /** The address of the socket of this session, with what the list is known by. */
  public String getAddress() {
    String address =
        channels.register(
            FacesContext.getCurrentInstance(), ListPush.CHANNEL, "session", watch.session());
    watch.opensAt(address);
    return address + OwnSocketOnly.LIST + list;
  }
}
