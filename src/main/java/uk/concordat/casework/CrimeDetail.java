package uk.concordat.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the force alone knows of a crime (its own D5).
 *
 * @param reportedOn the day on which the force was told
 * @param offenceClass code of the list {@code offence-class}
 * @param homeOfficeClass class and sub-class, or null
 * @param offenceCode offence code, or null
 * @param strands on which it is recorded as hate, those that were mistakes included; oldest first
 * @param versions what it was recorded as before it was corrected, newest first
 * @param outcomes what came of it, for each suspect; newest first
 * @param merges whether it was recorded twice, newest first
 */
public record CrimeDetail(
    LocalDate reportedOn,
    String offenceClass,
    String homeOfficeClass,
    String offenceCode,
    List<CrimeStrand> strands,
    List<CrimeVersion> versions,
    List<CrimeOutcome> outcomes,
    List<CrimeMerge> merges) {
  /** Copies the lists. */
  public CrimeDetail {
    strands = List.copyOf(strands);
    versions = List.copyOf(versions);
    outcomes = List.copyOf(outcomes);
    merges = List.copyOf(merges);
  }

  /** Identity of the crime that it counts as; null where it is one of its own. */
  public UUID mergedInto() {
    return merges.isEmpty() ? null : merges.get(0).into();
  }

  /** Whether it counts as another crime. */
  public boolean merged() {
    return mergedInto() != null;
  }
}
