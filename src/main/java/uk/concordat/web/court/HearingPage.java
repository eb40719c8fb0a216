package uk.concordat.web.court;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.court.Court;
import uk.concordat.court.HearingContent;
import uk.concordat.court.HearingKind;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileView;
import uk.concordat.web.DateParts;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** A prosecutor enters a hearing. */
@Named
@RequestScoped
public class HearingPage extends CourtForm {
  private String court;
  private String kind;
  private DateParts on = new DateParts();
  private String at;
  private List<String> defendants = List.of();

  /**
   * Opens the form; where there is only one whom it can concern, they are chosen.
   *
   * @throws uk.concordat.kernel.NotFound where it is not the caller's, or nobody was charged
   */
  public void open() {
    List<Defendant> charged = charged(getView().file());
    opened(!charged.isEmpty());
    defendants = charged.size() == 1 ? List.of(charged.get(0).id().toString()) : List.of();
  }

  /** Whom the police charged. */
  static List<Defendant> charged(FileView file) {
    return file.file() == null
        ? List.of()
        : file.file().defendants().stream()
            .filter(one -> one.carriedOut() != null && CourtBean.goesOn(one))
            .toList();
  }

  /** Keeps it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    Set<UUID> whom = defendants.stream().map(PageAddress::id).collect(Collectors.toSet());
    var content =
        new HearingContent(
            TypedAnswers.blank(court),
            TypedAnswers.blank(kind) == null
                ? null
                : answers.constant(HearingKind.class, kind, "kind", null),
            answers.date(on, "on", null),
            answers.time(at, "at", null),
            whom);
    return keep(answers, () -> hearings.set(getRef(), getVersion(), content));
  }

  /** The courts there are now. */
  public List<Court> getCourts() {
    return hearings.courts().stream().filter(one -> one.to() == null).toList();
  }

  /** What a hearing can be for. */
  public HearingKind[] getKinds() {
    return HearingKind.values();
  }

  /** Whom it can concern. */
  public List<Defendant> getCharged() {
    return charged(getView().file());
  }

  public String getCourt() {
    return court;
  }

  public void setCourt(String court) {
    this.court = court;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public DateParts getOn() {
    return on;
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }

  public List<String> getDefendants() {
    return defendants;
  }

  public void setDefendants(List<String> defendants) {
    this.defendants = defendants == null ? List.of() : defendants;
  }
}
