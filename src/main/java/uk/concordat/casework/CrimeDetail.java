package uk.concordat.casework;

import java.time.LocalDate;
import java.util.List;

/**
 * What the force alone knows of a crime (its own D5).
 *
 * @param reportedOn the day on which the force was told
 * @param offenceClass code of the list {@code offence-class}
 * @param homeOfficeClass class and sub-class, or null
 * @param offenceCode offence code, or null
 * @param strands on which it is recorded as hate, those that were mistakes included; oldest first
 * @param versions what it was recorded as before it was corrected, newest first
 */
public record CrimeDetail(
    LocalDate reportedOn,
    String offenceClass,
    String homeOfficeClass,
    String offenceCode,
    List<CrimeStrand> strands,
    List<CrimeVersion> versions) {
  /** Copies strands and versions. */
  public CrimeDetail {
    strands = List.copyOf(strands);
    versions = List.copyOf(versions);
  }
}
