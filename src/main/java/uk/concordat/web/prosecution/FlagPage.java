package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FlagChange;
import uk.concordat.prosecution.FlagService;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** Flags the case against a defendant on a strand, or takes the flag off. */
@Named
@RequestScoped
public class FlagPage extends FileForm {
  @Inject FlagService flags;
  private String defendant;
  private String strand;
  private String stands;
  private String reason;

  @PostConstruct
  void named() {
    defendant = PageAddress.parameter("defendant");
  }

  /** Opens the form, for whoever reviews the file now. */
  public void open() {
    opened(getView().reviews() && one().isPresent());
  }

  private Optional<Defendant> one() {
    return getView().file() == null
        ? Optional.empty()
        : getView().file().defendants().stream()
            .filter(each -> each.id().toString().equals(defendant))
            .findFirst();
  }

  /** Keeps the change. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    var change =
        new FlagChange(
            TypedAnswers.blank(strand) == null
                ? null
                : answers.constant(Strand.class, strand, "strand", null),
            answers.yesOrNo(stands, "stands", null),
            TypedAnswers.blank(reason));
    var whose = PageAddress.id(defendant);
    return keep(answers, "flag.", () -> flags.change(getRef(), getVersion(), whose, change));
  }

  @Override
  String next() {
    return "/prosecution/file.xhtml?faces-redirect=true&ref=" + getRef();
  }

  /** On what the case against them is flagged now, in words. */
  public String getNow() {
    return FlagWords.standing(getView().flags().of(one().orElseThrow(NotFound::new).id()));
  }

  /** Their number in the file. */
  public int getNumber() {
    return one().orElseThrow(NotFound::new).number();
  }

  public String getDefendant() {
    return defendant;
  }

  public void setDefendant(String defendant) {
    this.defendant = defendant;
  }

  public String getStrand() {
    return strand;
  }

  public void setStrand(String strand) {
    this.strand = strand;
  }

  public String getStands() {
    return stands;
  }

  public void setStands(String stands) {
    this.stands = stands;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
