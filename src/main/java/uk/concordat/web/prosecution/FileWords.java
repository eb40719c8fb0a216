package uk.concordat.web.prosecution;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.Charge;
import uk.concordat.prosecution.Committed;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileVictim;
import uk.concordat.prosecution.Offence;
import uk.concordat.prosecution.Offences;
import uk.concordat.prosecution.Prosecution;
import uk.concordat.web.London;

/**
 * Says what is in a file in words.
 *
 * @param file as the caller sees it
 * @param offences for their labels
 */
public record FileWords(Prosecution file, Offences offences) {

  /** Name of a defendant, or their number where it is withheld. */
  public String defendant(Defendant one) {
    return one.identity() == null ? "Defendant " + one.number() : one.identity().name();
  }

  /** Who a charge is of. */
  public String harmed(int number) {
    return number == 1
        ? "The person harmed of the referral"
        : file.victims().stream()
            .filter(one -> one.number() == number)
            .map(FileVictim::name)
            .findFirst()
            .orElse("Victim " + number);
  }

  /** For example "1. Common assault, aggravated". */
  public String charge(Charge charge) {
    return charge.number() + ". " + offence(charge);
  }

  /** The offence as it was called on its days; its code where it was none then. */
  public String offence(Charge charge) {
    return offences
        .find(charge.offence(), charge.committed())
        .map(Offence::label)
        .orElse(charge.offence());
  }

  /** All of a charge but its offence: law, days, strands, and until when it can be begun. */
  public String detail(Charge charge) {
    var known = offences.find(charge.offence(), charge.committed());
    String law = known.map(one -> one.law() + ". " + one.mode().label() + ". ").orElse("");
    String limit =
        known
            .flatMap(one -> one.lastDay(charge.committed()))
            .map(day -> " Must be begun by " + London.date(day) + ".")
            .orElse("");
    String consent =
        known.filter(Offence::attorneyGeneral).isPresent()
            ? " The Attorney General has to consent."
            : "";
    String alternative =
        charge.alternative() == null
            ? ""
            : " The basic alternative to charge " + charge.alternative() + ".";
    return law
        + days(charge.committed())
        + hate(charge.strands())
        + ". "
        + harmed(charge.victim())
        + "."
        + alternative
        + limit
        + consent;
  }

  /** When an offence was committed. */
  public String days(Committed when) {
    return when.first().equals(when.last())
        ? "On " + London.date(when.first())
        : "From " + London.date(when.first()) + " to " + London.date(when.last());
  }

  private static String hate(Set<Strand> strands) {
    return strands.isEmpty()
        ? ""
        : ". Aggravated on "
            + strands.stream()
                .map(Strand::label)
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
  }
}
