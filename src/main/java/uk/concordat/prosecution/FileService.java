package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.GuardRefused;

/**
 * The file that the police put together for prosecutors. Each method is one transaction and asks
 * one permission. All throw {@link NotFound} where the caller may not see the referral, there is
 * none, or it does not go to prosecutors; a change throws {@link GuardRefused} where it is not
 * theirs to write, {@link ImpossibleReview} where it does not lie with the police, and {@link
 * StaleVersion} where somebody was faster.
 */
@ApplicationScoped
public class FileService {
  @Inject FileRepository files;
  @Inject Prosecuting prosecuting;

  /** The file of a referral, as much of it as the caller sees. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public FileView of(String reference) {
    return prosecuting.consulted(prosecuting.read(reference, Action.REFERRAL_READ));
  }

  /**
   * Starts the file, or says anew what it is about.
   *
   * @param version of the file, as the caller saw it
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView keep(String reference, String version, FileContent content) {
    var ready = prosecuting.ready(reference, version, Action.FILE_PREPARE, Reviewer.POLICE);
    FileRules.findings(content).throwIfAny();
    FileContent kept = FileRules.kept(content);
    Prosecution before = ready.file();
    if (before == null) {
      files.start(ready.referral(), kept, prosecuting.caller(), prosecuting.now());
    } else {
      prosecuting.writable(ready, Action.FILE_PREPARE);
      files.change(before, kept);
    }
    prosecuting.append(
        ready.referral(),
        before == null ? Verb.COLLECT : Verb.ALTER,
        Action.FILE_PREPARE,
        Set.of(DataClass.D1),
        new Change(
            before == null ? null : new FileContent(before.urn(), before.kind(), before.priority()),
            kept));
    return prosecuting.consulted(ready.referral());
  }

  /**
   * Says what the file holds of something that a prosecutor needs.
   *
   * @throws InvalidInput with everything that is wrong; {@code item: unknown} where the checklist
   *     of today has no such item
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView answer(String reference, String version, FileAnswer answer) {
    var ready = prosecuting.written(reference, version);
    FileItem item =
        ready.view().checklist().stream()
            .filter(one -> one.code().equals(answer.item()))
            .filter(one -> ready.referral().shows(one.dataClass()))
            .findFirst()
            .orElseThrow(() -> new InvalidInput("item", "unknown"));
    AnswerRules.findings(answer, item, prosecuting.today()).throwIfAny();
    files.answer(ready.referral(), ready.file(), item, answer);
    FileAnswer before =
        ready.file().answers().stream()
            .filter(one -> one.item().equals(item.code()))
            .findFirst()
            .orElse(null);
    prosecuting.append(
        ready.referral(),
        before == null ? Verb.COLLECT : Verb.ALTER,
        Action.FILE_PREPARE,
        List.of(item.dataClass()),
        new Change(before, answer));
    return prosecuting.consulted(ready.referral());
  }
}
