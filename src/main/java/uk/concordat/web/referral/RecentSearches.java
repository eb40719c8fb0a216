package uk.concordat.web.referral;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody searched for last, so that a step back from a hit leads to what was found and the
 * address has no word of it. It ends with the session: whoever comes back later types it again.
 */
@SessionScoped
class RecentSearches implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 20;

  private final Map<UUID, Asked> searches = new LinkedHashMap<>(32, 0.75f, true);

  /**
   * A search.
   *
   * @param place where the page of it begins; null for the first
   */
  record Asked(String text, String place) implements Serializable {}

  /**
   * Keeps it, once if it is asked again; what was not looked at for the last twenty is forgotten.
   */
  synchronized UUID keep(Asked asked) {
    for (Map.Entry<UUID, Asked> known : searches.entrySet()) {
      if (known.getValue().equals(asked)) {
        return known.getKey();
      }
    }
    UUID id = UUID.randomUUID();
    searches.put(id, asked);
    if (searches.size() > MOST) {
      searches.remove(searches.keySet().iterator().next());
    }
    return id;
  }

  /** The one of that identity, if this session knows it. */
  synchronized Optional<Asked> find(UUID id) {
    return Optional.ofNullable(searches.get(id));
  }
}
