package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;

/** Keeps what crimes were recorded as; function {@code correct_crime} corrects one. */
@ApplicationScoped
class CrimeVersionRepository extends CaseworkRepository {

  /** What it was before, the newest first, as far as the database shows it. */
  List<CrimeVersion> of(UUID crime) {
    return rows(
            "select number, reference, reported_on, recorded_on, offence_class, home_office_class,"
                + " offence_code, strands, reason, corrected_role, corrected_at from crime_version"
                + " where crime = ?1 order by number desc",
            crime)
        .stream()
        .map(
            row ->
                new CrimeVersion(
                    (int) number(row[0]),
                    content(row),
                    (String) row[8],
                    (String) row[9],
                    at(row[10])))
        .toList();
  }

  private static CrimeContent content(Object[] row) {
    return new CrimeContent(
        (String) row[1],
        day(row[2]),
        day(row[3]),
        (String) row[4],
        (String) row[5],
        (String) row[6],
        strands((String) row[7]));
  }

  private static String joined(Set<Strand> strands) {
    return strands.stream().map(Strand::name).collect(Collectors.joining(","));
  }

  private static Set<Strand> strands(String joined) {
    return Arrays.stream(joined.split(","))
        .filter(code -> !code.isEmpty())
        .map(Strand::valueOf)
        .collect(Collectors.toSet());
  }

  /**
   * Corrects it; false where the database does not let the caller, or it is not as they saw it.
   *
   * @throws InvalidInput where the force recorded that number for the referral already
   */
  boolean correct(Crime seen, CrimeContent content, String reason, Instant now) {
    Object corrected =
        one(
            "select correct_crime(?1, cast(?2 as integer), string_to_array(?3, ','), ?4, cast(?5 as"
                + " date), cast(?6 as date), ?7, cast(?8 as text), cast(?9 as text),"
                + " string_to_array(?10, ','), ?11, ?12)",
            seen.id(),
            seen.detail().versions().size(),
            joined(seen.content().strands()),
            content.reference(),
            content.recordedOn(),
            content.reportedOn(),
            content.offenceClass(),
            content.homeOfficeClass(),
            content.offenceCode(),
            joined(content.strands()),
            reason,
            now);
    if (corrected == null) {
      throw new InvalidInput("reference", "recorded-already");
    }
    return (Boolean) corrected;
  }
}
