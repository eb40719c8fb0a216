package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.Findings;

/**
 * The charges that the police propose in a file. Each method is one transaction and asks one
 * permission; they throw what {@link FileService} throws.
 */
@ApplicationScoped
public class ChargeService {
  @Inject ChargeRepository charges;
  @Inject OffenceRepository offences;
  @Inject Prosecuting prosecuting;

  /**
   * Proposes one, by the law of the days on which it was committed.
   *
   * @param version of the file, as the caller saw it
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView propose(String reference, String version, ChargeContent content) {
    var ready = prosecuting.written(reference, version);
    add(ready, content);
    return prosecuting.consulted(ready.referral());
  }

  /**
   * Proposes an aggravated charge together with its basic alternative: both, or neither.
   *
   * @param version of the file, as the caller saw it
   * @param basic code of the basic offence
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView propose(
      String reference, String version, ChargeContent aggravated, String basic) {
    var ready = prosecuting.written(reference, version);
    add(ready, aggravated);
    var again = prosecuting.again(ready);
    int number = again.file().charges().stream().mapToInt(Charge::number).max().orElseThrow();
    add(again, aggravated.alternative(basic, number));
    return prosecuting.consulted(ready.referral());
  }

  private void add(Prosecuting.Ready ready, ChargeContent content) {
    Prosecution file = ready.file();
    Findings findings =
        new ChargeRules(offences.all(), file.charges()).findings(content, prosecuting.today());
    findings.add(
        content.defendant() != null
            && file.defendant(content.defendant())
                .filter(one -> one.state().withPolice())
                .isEmpty(),
        "defendant",
        "unknown");
    findings.add(
        content.victim() != null
            && content.victim() != 1
            && file.victims().stream().noneMatch(one -> one.number() == content.victim()),
        "victim",
        "unknown");
    findings.throwIfAny();
    charges.add(ready.referral(), file, content);
    prosecuting.append(
        ready.referral(),
        Verb.COLLECT,
        Action.FILE_PREPARE,
        List.of(DataClass.D5),
        new Change(null, content));
  }

  /**
   * Takes one back, with no other that is its basic alternative.
   *
   * @throws NotFound where there is no such charge
   * @throws ImpossibleReview where the part of whoever is to be charged does not lie with the
   *     police
   * @throws InvalidInput {@code charge: has-alternative}
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView withdraw(String reference, String version, UUID charge) {
    var ready = prosecuting.written(reference, version);
    List<Charge> all = ready.file().charges();
    Charge before =
        all.stream().filter(one -> one.id().equals(charge)).findFirst().orElseThrow(NotFound::new);
    if (all.stream()
        .anyMatch(one -> one.alternative() != null && one.alternative() == before.number())) {
      throw new InvalidInput("charge", "has-alternative");
    }
    boolean open =
        ready
            .file()
            .defendant(before.defendant())
            .filter(one -> one.state().withPolice())
            .isPresent();
    if (!open || !charges.remove(charge)) {
      throw prosecuting.impossible(ready, Action.FILE_PREPARE);
    }
    prosecuting.append(
        ready.referral(),
        Verb.ERASE,
        Action.FILE_PREPARE,
        List.of(DataClass.D5),
        new Change(before, null));
    return prosecuting.consulted(ready.referral());
  }
}
