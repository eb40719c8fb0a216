package uk.concordat.web.casework;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import uk.concordat.casework.CaseworkService;
import uk.concordat.casework.CaseworkView;
import uk.concordat.casework.Crime;
import uk.concordat.casework.CrimeOutcome;
import uk.concordat.casework.CrimeStrand;
import uk.concordat.casework.CrimeVersion;
import uk.concordat.casework.Crimes;
import uk.concordat.casework.RiskAnswer;
import uk.concordat.casework.RiskAssessment;
import uk.concordat.casework.Safeguarding;
import uk.concordat.casework.Triage;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.referral.Words;

/** What the police keep of their work, on the page of the referral. */
@Named
@RequestScoped
public class CaseworkPart {
  @Inject CaseworkService casework;
  private String ref;
  private CaseworkView view;

  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** What the caller sees of it. */
  public CaseworkView getView() {
    if (view == null) {
      view = casework.of(ref);
    }
    return view;
  }

  /** The crimes that were recorded for it. */
  public Crimes getCrimes() {
    return getView().crimes();
  }

  /** The triage that stands; null where there is none to show. */
  public Triage getTriage() {
    return getView().triage().items().stream().findFirst().orElse(null);
  }

  /** The triages before it, newest first. */
  public List<Triage> getEarlierTriages() {
    return getView().triage().items().stream().skip(1).toList();
  }

  /** The assessment of the risk that stands; null where there is none to show. */
  public RiskAssessment getRisk() {
    return getView().risk().items().stream().findFirst().orElse(null);
  }

  /** What was said last of safeguarding, with whichever assessment; null where nothing is shown. */
  public Safeguarding getSafeguarding() {
    return getView().risk().safeguarding();
  }

  /** The assessments before it, newest first. */
  public List<RiskAssessment> getEarlierRisks() {
    return getView().risk().items().stream().skip(1).toList();
  }

  /** The factors of the risk that are there, each with its note. */
  public String factors(Words words) {
    return getRisk().answers().stream()
        .filter(answer -> answer.answer() == RiskAnswer.Is.YES)
        .map(
            answer ->
                words.label("risk-factor", answer.factor())
                    + " Yes"
                    + (answer.note() == null ? "." : ": " + answer.note()))
        .collect(Collectors.joining("\n"));
  }

  /** What of a crime was recorded otherwise, when and why it was corrected. */
  public String corrected(Crime crime, CrimeVersion was, Words words) {
    return London.dateTime(was.at())
        + ". Before: "
        + new Former(crime, was, words).text()
        + ". "
        + was.reason();
  }

  /** What came of a crime for one suspect, when it was decided and why it superseded another. */
  public String cameOf(CrimeOutcome outcome) {
    return new CameOf(outcome).text();
  }

  /** The number of the crime that another one counts as. */
  public String mergedInto(Crime crime) {
    return getCrimes().crimes().stream()
        .filter(one -> one.id().equals(crime.detail().mergedInto()))
        .map(one -> one.reference() + ". " + crime.detail().merges().get(0).reason())
        .findFirst()
        .orElse(null);
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
