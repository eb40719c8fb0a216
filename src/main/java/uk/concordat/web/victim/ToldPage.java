package uk.concordat.web.victim;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import uk.concordat.referral.Contact;
import uk.concordat.referral.ContactService;
import uk.concordat.victim.ObligationService;
import uk.concordat.victim.Obligations;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** What the person harmed has been told, what not and why, and what is next; to be read aloud. */
@Named
@RequestScoped
public class ToldPage {
  @Inject ContactService contacts;
  @Inject ObligationService obligations;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private String ref;
  private List<Contact> logged;
  private Obligations owed;

  /**
   * One of them.
   *
   * @param what it was about
   * @param how when, how and by whom; or by when
   * @param said in words; null where there are none, or they are withheld
   */
  public record Line(String what, String how, String said) {}

  /** The address is known before the view parameter is. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /**
   * Reads the page.
   *
   * @throws uk.concordat.kernel.NotFound where the caller does not see the referral
   */
  public void open() {
    logged = contacts.contacts(ref);
    owed = obligations.of(ref);
    ref = owed.reference();
  }

  /** Whether the reader logs what they are told. */
  public boolean isMayLog() {
    return owed.mayLog();
  }

  /** What they were told, newest first. */
  public List<Line> getTold() {
    return lines(Contact.Result.TOLD, words()::told);
  }

  /** What was tried, newest first. */
  public List<Line> getTried() {
    return lines(Contact.Result.TRIED, words()::told);
  }

  /** What they were not to be told, newest first. */
  public List<Line> getNotTold() {
    return lines(Contact.Result.EXEMPT, words()::notTold);
  }

  /** What they are to be told, due first before the rest. */
  public List<Line> getNext() {
    return words().next(owed.items());
  }

  private List<Line> lines(Contact.Result result, Function<Contact, Line> said) {
    return logged.stream().filter(one -> one.result() == result).map(said).toList();
  }

  private ToldWords words() {
    return new ToldWords(new Words(caller.getOptions()), clock.instant());
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }
}
