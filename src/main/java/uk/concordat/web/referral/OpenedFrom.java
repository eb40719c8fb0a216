package uk.concordat.web.referral;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From which page of which list a referral was opened last, so that the way back leads there after
 * something was done to it as well. It ends with the session, and nothing is lost with it.
 */
@SessionScoped
class OpenedFrom implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 100;

  private final Map<String, String> lists = new LinkedHashMap<>(128, 0.75f, true);

  /** Keeps it; what was not opened among the last hundred is forgotten. */
  synchronized void keep(String reference, String list) {
    lists.put(reference, list);
    if (lists.size() > MOST) {
      lists.remove(lists.keySet().iterator().next());
    }
  }

  /** The list in one word; empty where it was opened from none. */
  synchronized String of(String reference) {
    return lists.getOrDefault(reference, "");
  }
}
