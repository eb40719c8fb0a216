package uk.concordat.web.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.concordat.casework.Crime;
import uk.concordat.casework.CrimeContent;
import uk.concordat.casework.CrimeVersion;
import uk.concordat.kernel.Strand;
import uk.concordat.web.London;
import uk.concordat.web.referral.Words;

/**
 * Says in words what a crime was recorded as, as far as the correction changed it.
 *
 * @param crime as it stands, with its detail
 * @param was one of its versions
 * @param words for lists
 */
record Former(Crime crime, CrimeVersion was, Words words) {

  String text() {
    List<String> former = new ArrayList<>();
    add(former, CrimeContent::reference, number -> "number " + number);
    add(former, CrimeContent::recordedOn, day -> "recorded on " + day(day));
    add(former, CrimeContent::reportedOn, day -> "the force told on " + day(day));
    add(former, CrimeContent::offenceClass, code -> words.label("offence-class", code));
    add(former, CrimeContent::homeOfficeClass, code -> orNo("Home Office class", code));
    add(former, CrimeContent::offenceCode, code -> orNo("offence code", code));
    if (changedStrands()) {
      former.add("hate on " + strands());
    }
    return String.join(", ", former);
  }

  private <T> void add(
      List<String> former, Function<CrimeContent, T> field, Function<T, String> said) {
    T before = field.apply(was.content());
    if (!Objects.equals(before, field.apply(next()))) {
      former.add(said.apply(before));
    }
  }

  /** What followed it. */
  private CrimeContent next() {
    return crime.detail().versions().stream()
        .filter(version -> version.number() == was.number() + 1)
        .findFirst()
        .map(CrimeVersion::content)
        .orElseGet(crime::content);
  }

  /** A strand can be changed between corrections too, and is kept with its own moments. */
  private boolean changedStrands() {
    return crime.detail().strands().stream()
        .anyMatch(
            strand -> was.at().equals(strand.recordedAt()) || was.at().equals(strand.mistakeAt()));
  }

  private String strands() {
    return was.content().strands().isEmpty()
        ? "nothing"
        : was.content().strands().stream()
            .sorted()
            .map(Strand::label)
            .collect(Collectors.joining(", "));
  }

  private static String day(LocalDate day) {
    return London.date(day);
  }

  private static String orNo(String name, String code) {
    return code == null ? "no " + name : name + " " + code;
  }
}
