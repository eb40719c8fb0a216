package uk.concordat.casework;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import uk.concordat.kernel.CrimeReference;
import uk.concordat.kernel.HomeOfficeClass;
import uk.concordat.kernel.OffenceCode;
import uk.concordat.kernel.Strand;

/** A crime as somebody records it; what is missing is null. */
public record CrimeContent(
    String reference,
    LocalDate reportedOn,
    LocalDate recordedOn,
    String offenceClass,
    String homeOfficeClass,
    String offenceCode,
    Set<Strand> strands) {
  /** Puts the strands in order. */
  public CrimeContent {
    strands = new TreeSet<>(strands);
  }

  /**
   * The same as it is kept, once it was checked.
   *
   * @param shape of the force's numbers
   */
  CrimeContent kept(String shape) {
    return new CrimeContent(
        CrimeReference.parse(reference, shape).orElseThrow().text(),
        reportedOn,
        recordedOn,
        offenceClass,
        homeOfficeClass == null
            ? null
            : HomeOfficeClass.parse(homeOfficeClass).orElseThrow().text(),
        offenceCode == null ? null : OffenceCode.parse(offenceCode).orElseThrow().text(),
        strands);
  }
}
