package uk.concordat.web.casework;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.casework.CrimeContent;
import uk.concordat.kernel.Strand;
import uk.concordat.web.DateParts;
import uk.concordat.web.TypedAnswers;

/** What is typed of a crime. */
public abstract class CrimeForm extends CaseworkForm {
  private String reference;
  private DateParts reportedOn = new DateParts();
  private DateParts recordedOn = new DateParts();
  private String offenceClass;
  private String homeOfficeClass;
  private String offenceCode;
  private List<String> strands = List.of();
  private String example;

  /**
   * Fills the form in.
   *
   * @param known what is known of it already
   * @param example how the force numbers its crimes
   */
  void fill(CrimeContent known, String example) {
    reference = known.reference();
    reportedOn = DateParts.of(known.reportedOn());
    recordedOn = DateParts.of(known.recordedOn());
    offenceClass = known.offenceClass();
    homeOfficeClass = known.homeOfficeClass();
    offenceCode = known.offenceCode();
    strands = known.strands().stream().map(Strand::name).toList();
    this.example = example;
  }

  /** What was typed. */
  CrimeContent typed(TypedAnswers answers) {
    Set<Strand> chosen = EnumSet.noneOf(Strand.class);
    for (String code : strands) {
      Strand strand = answers.constant(Strand.class, code, "strands", Strand.UNK);
      chosen.add(strand);
    }
    return new CrimeContent(
        TypedAnswers.blank(reference),
        answers.date(reportedOn, "reportedOn", null),
        answers.date(recordedOn, "recordedOn", null),
        TypedAnswers.blank(offenceClass),
        TypedAnswers.blank(homeOfficeClass),
        TypedAnswers.blank(offenceCode),
        chosen);
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
