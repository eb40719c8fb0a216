package uk.concordat.web.agreement;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.DataClass;
import uk.concordat.agreement.Party;
import uk.concordat.agreement.Terms;
import uk.concordat.kernel.Marking;
import uk.concordat.web.DateParts;

/** What somebody types on the way to a proposal, as it was typed. */
public class ProposalForm {
  private String title;
  private List<String> purposes = List.of();
  private List<String> gives = List.of();
  private List<String> gets = List.of();
  private String gateways;
  private String retention;
  private String dpia;
  private String ownContact;
  private String otherContact;
  private DateParts review = new DateParts();

  /** Begins with what an earlier version says; only the review date is asked anew. */
  static ProposalForm of(Terms terms, String own) {
    var form = new ProposalForm();
    form.title = terms.title();
    form.purposes = terms.purposes();
    form.gives = names(terms.party(own));
    form.gets = names(terms.beside(own));
    form.gateways = terms.gateways();
    form.retention = terms.retention();
    form.dpia = terms.dpia();
    form.ownContact = terms.party(own).contact();
    form.otherContact = terms.beside(own).contact();
    return form;
  }

  /** The terms that it stands for. */
  Terms terms(String own, String other, java.time.LocalDate reviewDate) {
    return new Terms(
        title,
        new Party(own, ownContact, classes(gives)),
        new Party(other, otherContact, classes(gets)),
        purposes,
        gateways,
        retention,
        Marking.OFFICIAL_SENSITIVE,
        dpia,
        reviewDate);
  }

  private static List<String> names(Party party) {
    return party.gives().stream().map(DataClass::name).toList();
  }

  /** A value that the page never offered is as good as none. */
  private static Set<DataClass> classes(List<String> names) {
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    Arrays.stream(DataClass.values())
        .filter(one -> names.contains(one.name()))
        .forEach(classes::add);
    return classes;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public List<String> getPurposes() {
    return purposes;
  }

  public void setPurposes(List<String> purposes) {
    this.purposes = purposes;
  }

  public List<String> getGives() {
    return gives;
  }

  public void setGives(List<String> gives) {
    this.gives = gives;
  }

  public List<String> getGets() {
    return gets;
  }

  public void setGets(List<String> gets) {
    this.gets = gets;
  }

  public String getGateways() {
    return gateways;
  }

  public void setGateways(String gateways) {
    this.gateways = gateways;
  }

  public String getRetention() {
    return retention;
  }

  public void setRetention(String retention) {
    this.retention = retention;
  }

  public String getDpia() {
    return dpia;
  }

  public void setDpia(String dpia) {
    this.dpia = dpia;
  }

  public String getOwnContact() {
    return ownContact;
  }

  public void setOwnContact(String ownContact) {
    this.ownContact = ownContact;
  }

  public String getOtherContact() {
    return otherContact;
  }

  public void setOtherContact(String otherContact) {
    this.otherContact = otherContact;
  }

  public DateParts getReview() {
    return review;
  }
}
