package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import uk.concordat.web.PageAddress;

/** The way from a referral back to the page of the list that it was opened from. */
@Named
@RequestScoped
public class WayBack {
  @Inject OpenedFrom lists;

  /** A list: what it is called, and where this page of it is. */
  public record Place(String label, String href) {}

  /** The one that the address names, else the last it was opened from; null where there is none. */
  public Place from(String reference) {
    String named = ListForm.kept(PageAddress.parameter("list"));
    if (!named.isEmpty()) {
      lists.keep(reference, named);
    }
    String list = lists.of(reference);
    return list.isEmpty()
        ? null
        : new Place(ListForm.ofKept(list).heading(), ListForm.addressOfKept(list));
  }
}
