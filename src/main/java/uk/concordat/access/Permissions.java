package uk.concordat.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The role matrix, read from the one dated file {@code permissions.csv} beside this class. */
@ApplicationScoped
public class Permissions {
  @Inject Clock clock;
  private List<Permission> permissions;

  private record Permission(String role, Action action, Scope scope, LocalDate from, LocalDate to) {
    boolean holds(String role, Action action, LocalDate day) {
      return this.role.equals(role)
          && this.action == action
          && !day.isBefore(from)
          && (to == null || !day.isAfter(to));
    }
  }

  @PostConstruct
  void read() {
    try (InputStream file = Permissions.class.getResourceAsStream("permissions.csv")) {
      permissions =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .filter(line -> !line.isBlank())
              .map(Permissions::permission)
              .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** How far the role's permission for the action reaches today; empty where it has none. */
  public Optional<Scope> scope(String role, Action action) {
    LocalDate today = LocalDate.now(clock);
    return permissions.stream()
        .filter(permission -> permission.holds(role, action, today))
        .map(Permission::scope)
        .findFirst();
  }

  /** Roles that have the action today. */
  public List<String> rolesWith(Action action) {
    LocalDate today = LocalDate.now(clock);
    return permissions.stream()
        .filter(permission -> permission.holds(permission.role(), action, today))
        .map(Permission::role)
        .toList();
  }

  private static Permission permission(String line) {
    String[] cells = line.split(",", -1);
    return new Permission(
        cells[0],
        Action.of(cells[1]),
        Scope.valueOf(cells[2]),
        LocalDate.parse(cells[3]),
        cells[4].isEmpty() ? null : LocalDate.parse(cells[4]));
  }
}
