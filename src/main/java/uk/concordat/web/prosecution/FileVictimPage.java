package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.FileVictim;
import uk.concordat.prosecution.VictimContent;
import uk.concordat.prosecution.VictimService;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** Adds somebody who was harmed besides the person of the referral, or writes them down anew. */
@Named
@RequestScoped
public class FileVictimPage extends FileForm {
  @Inject VictimService victims;
  private String victim;
  private String name;
  private String died;
  private String spokesperson;
  private String safeContact;

  @PostConstruct
  void named() {
    victim = PageAddress.parameter("victim");
  }

  /**
   * Opens the form, for somebody who is in the file with what is written down of them.
   *
   * @throws NotFound where there is no such victim
   */
  public void open() {
    if (victim == null) {
      openedToWrite();
      return;
    }
    FileVictim one = change().orElseThrow(NotFound::new);
    opened(getView().changesVictims());
    name = one.name();
    died = String.valueOf(one.died());
    spokesperson = one.spokesperson();
    safeContact = one.safeContact();
  }

  private Optional<FileVictim> change() {
    UUID id = PageAddress.id(victim);
    return Optional.ofNullable(getView().file()).stream()
        .flatMap(file -> file.victims().stream())
        .filter(one -> one.id().equals(id))
        .findFirst();
  }

  /** What is asked. */
  public String getHeading() {
    return victim == null
        ? "Who else was harmed?"
        : "Who was harmed, and how are they told safely?";
  }

  /** Where it was come from: what is put together, or the file that prosecutors have. */
  public String getBack() {
    String page = getView().prepares() ? "prepare" : "file";
    return "/prosecution/" + page + ".xhtml?ref=" + getRef();
  }

  @Override
  String next() {
    return getBack() + "&faces-redirect=true";
  }

  /** Keeps them. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    var content =
        new VictimContent(
            TypedAnswers.blank(name),
            answers.yesOrNo(died, "died", null),
            TypedAnswers.blank(spokesperson),
            TypedAnswers.blank(safeContact));
    return keep(answers, "harmed.", () -> kept(content));
  }

  private void kept(VictimContent content) {
    if (victim == null) {
      victims.add(getRef(), getVersion(), content);
    } else {
      victims.change(getRef(), getVersion(), PageAddress.id(victim), content);
    }
  }

  public String getVictim() {
    return victim;
  }

  public void setVictim(String victim) {
    this.victim = victim;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDied() {
    return died;
  }

  public void setDied(String died) {
    this.died = died;
  }

  public String getSpokesperson() {
    return spokesperson;
  }

  public void setSpokesperson(String spokesperson) {
    this.spokesperson = spokesperson;
  }

  public String getSafeContact() {
    return safeContact;
  }

  public void setSafeContact(String safeContact) {
    this.safeContact = safeContact;
  }
}
