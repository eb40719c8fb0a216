package uk.concordat.web.prosecution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.ChargeContent;
import uk.concordat.prosecution.ChargeService;
import uk.concordat.prosecution.Committed;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.Offence;
import uk.concordat.prosecution.OffenceService;
import uk.concordat.prosecution.Offences;
import uk.concordat.web.DateParts;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/**
 * Proposes a charge. The basic offence is chosen; hostility makes it the aggravated one, by the law
 * of its days, and the basic one its alternative.
 */
@Named
@RequestScoped
public class ChargePage extends FileForm {
  @Inject ChargeService charges;
  @Inject OffenceService book;
  private String defendant;
  private String victim;
  private String offence;
  private DateParts firstDay = new DateParts();
  private DateParts lastDay = new DateParts();
  private List<String> strands = List.of();
  private String alternative;
  private Offences offences;

  /** Opens the form; where there is only one to choose, they are chosen. */
  public void open() {
    openedToWrite();
    List<Defendant> possible = getDefendants();
    defendant = possible.size() == 1 ? possible.get(0).id().toString() : null;
    victim = getView().file().victims().isEmpty() ? "1" : null;
  }

  /** Proposes it, and its alternative where that is wanted. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    ChargeContent typed = typed(answers);
    if (!typed.strands().isEmpty()
        && !List.of("true", "false").contains(String.valueOf(alternative))) {
      errors.add(new FieldError("charge.alternative", "required"));
    }
    return keep(answers, "charge.", () -> propose(typed));
  }

  private void propose(ChargeContent basic) {
    Optional<Offence> aggravated = aggravated(basic);
    if (aggravated.isEmpty()) {
      charges.propose(getRef(), getVersion(), basic);
      return;
    }
    ChargeContent charge = as(basic, aggravated.get().code());
    if ("true".equals(alternative)) {
      charges.propose(getRef(), getVersion(), charge, basic.offence());
    } else {
      charges.propose(getRef(), getVersion(), charge);
    }
  }

  /** Empty where none is wanted, or the law of those days had none: the service says so. */
  private Optional<Offence> aggravated(ChargeContent basic) {
    if (basic.firstDay() == null || basic.offence() == null) {
      return Optional.empty();
    }
    LocalDate last = basic.lastDay() == null ? basic.firstDay() : basic.lastDay();
    var when = new Committed(basic.firstDay(), last);
    return basic.strands().stream()
        .flatMap(strand -> getOffences().aggravated(basic.offence(), strand, when).stream())
        .findFirst();
  }

  private static ChargeContent as(ChargeContent basic, String code) {
    return new ChargeContent(
        basic.defendant(),
        basic.victim(),
        code,
        basic.firstDay(),
        basic.lastDay(),
        basic.strands(),
        null);
  }

  private ChargeContent typed(TypedAnswers answers) {
    Set<Strand> chosen = EnumSet.noneOf(Strand.class);
    for (String code : strands) {
      chosen.add(answers.constant(Strand.class, code, "strands", Strand.UNK));
    }
    return new ChargeContent(
        who(),
        victims().contains(victim) ? Integer.valueOf(victim) : null,
        TypedAnswers.blank(offence),
        answers.date(firstDay, "firstDay", null),
        answers.date(lastDay, "lastDay", null),
        chosen,
        null);
  }

  private UUID who() {
    return TypedAnswers.blank(defendant) == null ? null : PageAddress.id(defendant);
  }

  private List<String> victims() {
    return getVictims().stream().map(String::valueOf).toList();
  }

  /** Who can be charged now: those whose part of the file is open. */
  public List<Defendant> getDefendants() {
    return getView().file() == null
        ? List.of()
        : getView().file().defendants().stream().filter(one -> one.state().withPolice()).toList();
  }

  /** Numbers of those who were harmed, the person of the referral first. */
  public List<Integer> getVictims() {
    return getView().file() == null
        ? List.of()
        : Stream.concat(Stream.of(1), getView().file().victims().stream().map(one -> one.number()))
            .toList();
  }

  /** Offences in their basic form, and those that have no other. */
  public List<Offence> getBasic() {
    return getOffences().offences().stream()
        .filter(one -> getOffences().basic(one.code()).isEmpty())
        .toList();
  }

  /** What is in the file, in words. */
  public FileWords getWords() {
    return new FileWords(getView().file(), getOffences());
  }

  private Offences getOffences() {
    if (offences == null) {
      offences = book.offences();
    }
    return offences;
  }

  public String getDefendant() {
    return defendant;
  }

  public void setDefendant(String defendant) {
    this.defendant = defendant;
  }

  public String getVictim() {
    return victim;
  }

  public void setVictim(String victim) {
    this.victim = victim;
  }

  public String getOffence() {
    return offence;
  }

  public void setOffence(String offence) {
    this.offence = offence;
  }

  public DateParts getFirstDay() {
    return firstDay;
  }

  public DateParts getLastDay() {
    return lastDay;
  }

  public List<String> getStrands() {
    return strands;
  }

  public void setStrands(List<String> strands) {
    this.strands = strands == null ? List.of() : strands;
  }

  public String getAlternative() {
    return alternative;
  }

  public void setAlternative(String alternative) {
    this.alternative = alternative;
  }
}
