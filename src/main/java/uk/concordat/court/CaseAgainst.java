package uk.concordat.court;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.Charge;
import uk.concordat.prosecution.Decision;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.Uplifts;

/**
 * What stands against one defendant when a result is recorded.
 *
 * @param charges those that were authorised by the decision that stands
 * @param flagged on which strands they are prosecuted as hate, provable or not
 * @param awaitsFullCode whether they were charged by the Threshold Test and nothing after it
 * @param uplifts the provisions of every period
 * @param today in London
 */
record CaseAgainst(
    Defendant defendant,
    List<Charge> charges,
    Set<Strand> flagged,
    boolean awaitsFullCode,
    Uplifts uplifts,
    LocalDate today) {
  CaseAgainst {
    charges = List.copyOf(charges);
    flagged = new TreeSet<>(flagged);
  }

  static CaseAgainst of(FileView view, Defendant one, Uplifts uplifts, LocalDate today) {
    Optional<Decision> standing = view.standing(one);
    return new CaseAgainst(
        one,
        view.file().charges(one).stream()
            .filter(
                charge -> standing.filter(it -> it.charges().contains(charge.number())).isPresent())
            .toList(),
        standing.map(it -> it.prosecuted().keySet()).orElse(Set.of()),
        view.awaitsFullCode(one),
        uplifts,
        today);
  }

  Optional<Charge> charge(UUID id) {
    return charges.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Whether a day is in the future, or before they were charged. */
  boolean impossible(LocalDate day) {
    return day != null
        && (day.isAfter(today)
            || (defendant.carriedOut() != null && day.isBefore(defendant.carriedOut())));
  }

  /** Whether they were under 18 on that day; empty where the day of birth is not known. */
  Optional<Boolean> youth(LocalDate day) {
    return Optional.ofNullable(defendant.identity())
        .filter(who -> who.dateOfBirth() != null && day != null)
        .map(who -> who.youth(day));
  }
}
