package uk.concordat.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

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
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    return pairs.rows().stream()
        .filter(pair -> pair.holds(today))
        .anyMatch(pair -> roles.contains(pair.cell(0)) && roles.contains(pair.cell(1)));
  }
}
