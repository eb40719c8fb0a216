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
import uk.concordat.referral.FileDisclosure;
import uk.concordat.referral.Findings;

/**
 * Who was harmed in a file besides the person of the referral. Each method is one transaction and
 * asks one permission; they throw what {@link FileService} throws.
 */
@ApplicationScoped
public class VictimService {
  private static final int NAME = 200;
  private static final int PARAGRAPH = 2_000;
  private static final List<DataClass> CLASSES = List.of(DataClass.D2, DataClass.D4);

  @Inject DefendantRepository people;
  @Inject FileDisclosure disclosure;
  @Inject Prosecuting prosecuting;

  /**
   * Adds somebody.
   *
   * @param version of the file, as the caller saw it
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView add(String reference, String version, VictimContent content) {
    var ready = prosecuting.written(reference, version);
    check(content);
    people.add(ready.referral(), ready.file(), content);
    prosecuting.append(
        ready.referral(),
        Verb.COLLECT,
        Action.FILE_PREPARE,
        classes(content.safeContact()),
        new Change(null, content));
    return prosecuting.consulted(ready.referral());
  }

  private static List<DataClass> classes(String safeContact) {
    return safeContact == null ? List.of(DataClass.D2) : CLASSES;
  }

  private static void check(VictimContent content) {
    var findings = new Findings();
    findings.required(content.name(), "name");
    findings.typed(NAME, content.name(), "name");
    findings.required(content.died(), "died");
    findings.add(
        content.spokesperson() != null && !Boolean.TRUE.equals(content.died()),
        "spokesperson",
        "not-died");
    findings.typed(NAME, content.spokesperson(), "spokesperson");
    findings.typed(PARAGRAPH, content.safeContact(), "safeContact");
    findings.throwIfAny();
  }

  /**
   * Writes down anew who it is and how they are told safely, whoever reviews the file meanwhile:
   * nobody is to be told by a way that is not safe any more. Prosecutors who have the file are told
   * at once, which is a disclosure.
   *
   * @throws NotFound where there is no such victim
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView change(String reference, String version, UUID victim, VictimContent content) {
    var ready = prosecuting.ready(reference, version, Action.FILE_PREPARE, Reviewer.POLICE);
    FileVictim before = find(ready, victim);
    check(content);
    if (!people.change(ready.referral(), ready.file(), before, content)) {
      throw prosecuting.impossible(ready, Action.FILE_PREPARE);
    }
    List<DataClass> classes =
        before.safeContact() == null ? classes(content.safeContact()) : CLASSES;
    prosecuting.append(
        ready.referral(), Verb.ALTER, Action.FILE_PREPARE, classes, new Change(before, content));
    if (ready.file().submittedAt() != null) {
      disclosure.disclose(ready.referral(), Action.FILE_PREPARE, classes);
    }
    return prosecuting.consulted(ready.referral());
  }

  private static FileVictim find(Prosecuting.Ready ready, UUID victim) {
    if (ready.file() == null) {
      throw new NotFound();
    }
    return ready.file().victims().stream()
        .filter(one -> one.id().equals(victim))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Takes somebody out of whom no charge is.
   *
   * @throws NotFound where there is no such victim
   * @throws InvalidInput {@code victim: charged}; {@code victim: has-care} where special measures
   *     or a personal statement of theirs were written down
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView remove(String reference, String version, UUID victim) {
    var ready = prosecuting.written(reference, version);
    FileVictim before = find(ready, victim);
    if (ready.file().charges().stream().anyMatch(one -> one.victim() == before.number())) {
      throw new InvalidInput("victim", "charged");
    }
    if (people.careOf(ready.file(), before)) {
      throw new InvalidInput("victim", "has-care");
    }
    if (!people.removeVictim(victim)) {
      throw prosecuting.impossible(ready, Action.FILE_PREPARE);
    }
    prosecuting.append(
        ready.referral(),
        Verb.ERASE,
        Action.FILE_PREPARE,
        classes(before.safeContact()),
        new Change(before, null));
    return prosecuting.consulted(ready.referral());
  }
}
