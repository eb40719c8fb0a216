package uk.concordat.web.casework;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import uk.concordat.casework.Crime;
import uk.concordat.casework.CrimeService;
import uk.concordat.casework.CrimeStrand;
import uk.concordat.casework.Crimes;
import uk.concordat.web.PageAddress;

/** What the police keep of their work, on the page of the referral. */
@Named
@RequestScoped
public class CaseworkPart {
  @Inject CrimeService crimeService;
  private String ref;
  private Crimes crimes;

  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** The crimes that were recorded for it, as far as the caller sees them. */
  public Crimes getCrimes() {
    if (crimes == null) {
      crimes = crimeService.of(ref);
    }
    return crimes;
  }

  /** On what a crime is recorded as hate, in words. */
  public String hate(Crime crime) {
    return crime.detail().strands().stream()
        .filter(CrimeStrand::stands)
        .map(strand -> strand.strand().label())
        .collect(Collectors.joining(", "));
  }

  /** On what it was recorded by mistake, and why. */
  public List<String> mistakes(Crime crime) {
    return crime.detail().strands().stream()
        .filter(strand -> !strand.stands())
        .map(strand -> strand.strand().label() + ": " + strand.mistake())
        .toList();
  }
}
