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

/**
 * Who is suspected in a file. Each method is one transaction and asks one permission; they throw
 * what {@link FileService} throws.
 */
@ApplicationScoped
public class DefendantService {
  private static final List<DataClass> CLASSES = List.of(DataClass.D6, DataClass.D7);
  private static final List<DataClass> WITH_CHARGES =
      List.of(DataClass.D5, DataClass.D6, DataClass.D7);

  @Inject DefendantRepository defendants;
  @Inject Prosecuting prosecuting;

  /**
   * Adds somebody.
   *
   * @param version of the file, as the caller saw it
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView add(String reference, String version, DefendantContent content) {
    var ready = prosecuting.written(reference, version);
    DefendantContent kept = checked(content);
    defendants.add(ready.referral(), ready.file(), kept, prosecuting.now());
    prosecuting.append(
        ready.referral(), Verb.COLLECT, Action.FILE_PREPARE, CLASSES, new Change(null, kept));
    return prosecuting.consulted(ready.referral());
  }

  /**
   * Writes down anew who it is.
   *
   * @throws NotFound where there is no such defendant
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView change(
      String reference, String version, UUID defendant, DefendantContent content) {
    var ready = prosecuting.written(reference, version);
    Defendant before = find(ready, defendant);
    DefendantContent kept = checked(content);
    if (!defendants.change(defendant, kept)) {
      throw prosecuting.impossible(ready, Action.FILE_PREPARE);
    }
    prosecuting.append(
        ready.referral(),
        Verb.ALTER,
        Action.FILE_PREPARE,
        CLASSES,
        new Change(List.of(before.identity(), before.custody()), kept));
    return prosecuting.consulted(ready.referral());
  }

  /**
   * Takes somebody out who was never submitted, with what they were to be charged with.
   *
   * @throws NotFound where there is no such defendant
   * @throws ImpossibleReview where they were submitted
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView remove(String reference, String version, UUID defendant) {
    var ready = prosecuting.written(reference, version);
    Defendant before = find(ready, defendant);
    List<Charge> charges = ready.file().charges(before);
    if (before.state() != ReviewState.PREPARING || !defendants.remove(defendant)) {
      throw prosecuting.impossible(ready, Action.FILE_PREPARE);
    }
    prosecuting.append(
        ready.referral(),
        Verb.ERASE,
        Action.FILE_PREPARE,
        charges.isEmpty() ? CLASSES : WITH_CHARGES,
        new Change(List.of(before.identity(), before.custody(), charges), null));
    return prosecuting.consulted(ready.referral());
  }

  /** Those of whom the caller sees all that they would write over, and whose part is open. */
  private Defendant find(Prosecuting.Ready ready, UUID defendant) {
    Defendant found =
        ready
            .file()
            .defendant(defendant)
            .filter(one -> one.identity() != null && one.custody() != null)
            .orElseThrow(NotFound::new);
    if (!found.state().withPolice()) {
      throw prosecuting.impossible(ready, Action.FILE_PREPARE);
    }
    return found;
  }

  private DefendantContent checked(DefendantContent content) {
    DefendantRules.findings(content, prosecuting.today()).throwIfAny();
    return DefendantRules.kept(content);
  }
}
