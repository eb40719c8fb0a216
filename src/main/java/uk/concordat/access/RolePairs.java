package uk.concordat.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Roles that nobody may hold together, read from the dated file {@code forbidden-pairs.csv} beside
 * this class; asked at sign-in and wherever roles are given.
 */
@ApplicationScoped
public class RolePairs {
  @Inject Clock clock;
  private MatrixFile pairs;

  @PostConstruct
  void read() {
    pairs = MatrixFile.read("forbidden-pairs.csv");
  }

  /** Whether two of these roles exclude each other today. */
  public boolean forbidden(Collection<String> roles) {
    return pair(roles).isPresent();
  }

  /** Two of these roles that exclude each other today, by their codes; empty where none do. */
  public Optional<List<String>> pair(Collection<String> roles) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    return pairs.rows().stream()
        .filter(pair -> pair.holds(today))
        .map(pair -> List.of(pair.cell(0), pair.cell(1)))
        .filter(roles::containsAll)
        .findFirst();
  }
}
