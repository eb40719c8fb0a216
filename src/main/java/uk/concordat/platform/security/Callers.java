package uk.concordat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.Permissions;
import uk.concordat.caller.Caller;

/** Reads from the claims of an access token who calls, for which agency, in which role. */
@ApplicationScoped
class Callers {
  @Inject Permissions permissions;

  /** The caller; empty where the token names no agency or none of our roles. */
  Optional<Caller> from(Map<String, Object> claims) {
    List<String> groups = strings(claims.get("groups"));
    Optional<String> role =
        permissions.rolesWith(Action.SESSION_READ).stream().filter(groups::contains).findFirst();
    Object agency = claims.get("agency");
    if (role.isEmpty() || !(agency instanceof String code) || code.isBlank()) {
      return Optional.empty();
    }
    String username = String.valueOf(claims.get("preferred_username"));
    Object name = claims.get("name");
    return Optional.of(
        new Caller(
            UUID.fromString(String.valueOf(claims.get("sub"))),
            username,
            name == null ? username : name.toString(),
            code,
            Set.copyOf(strings(claims.get("teams"))),
            role.get()));
  }

  private static List<String> strings(Object claim) {
    return claim instanceof Collection<?> values
        ? values.stream().map(Object::toString).distinct().toList()
        : List.of();
  }
}
