package uk.concordat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.concordat.access.Action;
import uk.concordat.access.Permissions;
import uk.concordat.access.RolePairs;
import uk.concordat.caller.Caller;

/** Reads from the claims of an access token who calls, for which agency, in which roles. */
@ApplicationScoped
class Callers {
  private static final Pattern TEAM = Pattern.compile("[a-z0-9-]{1,60}");

  @Inject Permissions permissions;
  @Inject RolePairs pairs;

  /**
   * The caller; empty where the token names no agency, none of our roles, or two roles that nobody
   * may hold together.
   */
  Optional<Caller> from(Map<String, Object> claims) {
    List<String> groups = strings(claims.get("groups"));
    List<String> roles =
        permissions.rolesWith(Action.SESSION_READ).stream().filter(groups::contains).toList();
    Object agency = claims.get("agency");
    if (roles.isEmpty()
        || pairs.forbidden(roles)
        || !(agency instanceof String code)
        || code.isBlank()) {
      return Optional.empty();
    }
    String username = String.valueOf(claims.get("preferred_username"));
    Object name = claims.get("name");
    return Optional.of(
        Caller.holding(
            UUID.fromString(String.valueOf(claims.get("sub"))),
            username,
            name == null ? username : name.toString(),
            code,
            strings(claims.get("teams")).stream()
                .filter(team -> TEAM.matcher(team).matches())
                .collect(Collectors.toSet()),
            roles));
  }

  /**
   * Two roles of the token that nobody may hold together, by their codes; empty where there are no
   * such two.
   */
  Optional<List<String>> forbiddenPair(Map<String, Object> claims) {
    return pairs.pair(strings(claims.get("groups")));
  }

  /** Why {@link #from} finds nobody in these claims, as a code. */
  String refusal(Map<String, Object> claims) {
    if (forbiddenPair(claims).isPresent()) {
      return "forbidden-pair";
    }
    return Claims.text(claims, "agency").isBlank() ? "no-agency" : "no-role";
  }

  private static List<String> strings(Object claim) {
    return claim instanceof Collection<?> values
        ? values.stream().map(Object::toString).distinct().toList()
        : List.of();
  }
}
