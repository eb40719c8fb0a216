package uk.concordat.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.casework.CrimeContent;
import uk.concordat.casework.CrimeService;
import uk.concordat.casework.Crimes;
import uk.concordat.kernel.Strand;
import uk.concordat.web.DateParts;
import uk.concordat.web.TypedAnswers;

/** Records a crime for a referral; what the referral answers already is filled in. */
@Named
@RequestScoped
public class CrimePage extends CaseworkForm {
  @Inject CrimeService crimes;
  private String reference;
  private DateParts reportedOn = new DateParts();
  private DateParts recordedOn = new DateParts();
  private String offenceClass;
  private String homeOfficeClass;
  private String offenceCode;
  private List<String> strands = List.of();
  private String example;

  /** Opens the form. */
  public void open() {
    Crimes known = crimes.of(getRef());
    opened(known.reference(), known.version(), known.records());
    example = known.example();
    reportedOn = DateParts.of(known.proposed().reportedOn());
    strands = known.proposed().strands().stream().map(Strand::name).toList();
  }

  @Override
  String latest() {
    return crimes.of(getRef()).version();
  }

  /** Records it. */
  public String record() throws IOException {
    var answers = new TypedAnswers();
    Set<Strand> chosen = EnumSet.noneOf(Strand.class);
    for (String code : strands) {
      Strand strand = answers.constant(Strand.class, code, "strands", Strand.UNK);
      chosen.add(strand);
    }
    var content =
        new CrimeContent(
            TypedAnswers.blank(reference),
            answers.date(reportedOn, "reportedOn", null),
            answers.date(recordedOn, "recordedOn", null),
            TypedAnswers.blank(offenceClass),
            TypedAnswers.blank(homeOfficeClass),
            TypedAnswers.blank(offenceCode),
            chosen);
    return keep(answers, "crime.", () -> crimes.record(getRef(), getVersion(), content));
  }

  /** How the force numbers its crimes, for the hint; null where it is not known. */
  public String getExample() {
    return example;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public DateParts getReportedOn() {
    return reportedOn;
  }

  public DateParts getRecordedOn() {
    return recordedOn;
  }

  public String getOffenceClass() {
    return offenceClass;
  }

  public void setOffenceClass(String offenceClass) {
    this.offenceClass = offenceClass;
  }

  public String getHomeOfficeClass() {
    return homeOfficeClass;
  }

  public void setHomeOfficeClass(String homeOfficeClass) {
    this.homeOfficeClass = homeOfficeClass;
  }

  public String getOffenceCode() {
    return offenceCode;
  }

  public void setOffenceCode(String offenceCode) {
    this.offenceCode = offenceCode;
  }

  public List<String> getStrands() {
    return strands;
  }

  public void setStrands(List<String> strands) {
    this.strands = strands == null ? List.of() : strands;
  }
}
