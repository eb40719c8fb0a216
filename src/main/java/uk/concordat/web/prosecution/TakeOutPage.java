package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.OffenceService;
import uk.concordat.prosecution.Prosecution;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** Takes somebody, or a charge, out of the file again, once it was asked whether that is meant. */
@Named
@RequestScoped
public class TakeOutPage extends FileForm {
  @Inject TakingOut taking;
  @Inject OffenceService book;
  private String what;
  private String id;

  @PostConstruct
  void named() {
    what = PageAddress.parameter("what");
    id = PageAddress.parameter("id");
  }

  /**
   * Asks.
   *
   * @throws NotFound where there is no such thing in the file
   */
  public void open() {
    openedToWrite();
    if (getNamed() == null) {
      throw new NotFound();
    }
  }

  /** Takes it out. */
  public String keep() throws IOException {
    UUID one = PageAddress.id(id);
    return keep(new TypedAnswers(), "out.", () -> taking.of(what, getRef(), getVersion(), one));
  }

  /** What is taken out, in words; null where there is no such thing. */
  public String getNamed() {
    Prosecution file = getView().file();
    return file == null ? null : named(file, PageAddress.id(id)).orElse(null);
  }

  private Optional<String> named(Prosecution file, UUID one) {
    var words = new FileWords(file, book.offences());
    return switch (String.valueOf(what)) {
      case "defendant" -> file.defendant(one).map(words::defendant);
      case "victim" ->
          file.victims().stream()
              .filter(each -> each.id().equals(one))
              .map(each -> each.name())
              .findFirst();
      case "charge" ->
          file.charges().stream()
              .filter(each -> each.id().equals(one))
              .map(each -> "charge " + words.charge(each))
              .findFirst();
      default -> Optional.empty();
    };
  }

  public String getWhat() {
    return what;
  }

  public void setWhat(String what) {
    this.what = what;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
