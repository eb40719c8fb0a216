package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.FileDisclosure;
import uk.concordat.referral.Findings;
import uk.concordat.referral.ReferralState;

/**
 * The moves of a review other than decisions. Each method is one transaction; they throw what
 * {@link FileService} throws, and {@link ImpossibleReview} where nobody in the file stands where
 * the move leaves from.
 */
@ApplicationScoped
public class ReviewService {
  private static final int PARAGRAPH = 2_000;

  @Inject FileRepository files;
  @Inject ReviewRepository reviews;
  @Inject ReviewSteps steps;
  @Inject FileDisclosure disclosure;
  @Inject Prosecuting prosecuting;

  /**
   * Submits the file, or submits it again: it has to be complete, and everything that was asked for
   * answered. The prosecutors have it from here on; the referral that brings it is sent before.
   *
   * @param version of the file, as the caller saw it
   * @throws InvalidInput with everything that lacks
   * @throws uk.concordat.referral.NotCovered with what no agreement in force covers
   * @throws NotFound where there is no file
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView submit(String reference, String version) {
    var ready = prosecuting.written(reference, version);
    if (ready.referral().state() == ReferralState.DRAFT) {
      throw prosecuting.impossible(ready, Action.FILE_PREPARE);
    }
    List<FieldError> lacks =
        ready.view().lacks().stream().map(ReviewService::error).distinct().toList();
    var findings = new Findings();
    lacks.forEach(lack -> findings.add(true, lack.field(), lack.code()));
    boolean open = ready.view().asked().stream().anyMatch(one -> one.done() == null);
    findings.add(open, "asked", "not-answered");
    findings.add(!open && reviews.unanswered(ready.file()), "asked", "not-readable");
    findings.throwIfAny();
    disclosure.disclose(ready.referral(), Action.FILE_PREPARE, ready.view().disclosed());
    files.submitted(ready.file(), prosecuting.now());
    for (ReviewMove move : List.of(ReviewMove.SUBMIT, ReviewMove.RESUBMIT)) {
      if (!ready.file().leaving(move).isEmpty()) {
        steps.all(ready, move);
      }
    }
    return prosecuting.consulted(ready.referral());
  }

  private static FieldError error(Lack lack) {
    return new FieldError(
        lack.defendant() == null ? lack.field() : lack.field() + "." + lack.defendant(),
        "required");
  }

  /**
   * Makes a move of the file by those who take it in or review it, and tells the police what is
   * asked of them.
   *
   * @param move of the file, but not {@link ReviewMove#SUBMIT} or {@link ReviewMove#RESUBMIT}
   * @param asked what is asked of the police; empty where the move asks nothing
   * @throws InvalidInput with everything that is wrong
   * @throws uk.concordat.referral.NotCovered where the police could not read what is asked
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public FileView move(String reference, String version, ReviewMove move, List<Asked> asked) {
    Action action = move.reviewer().action();
    if (!move.ofFile() || move.reviewer() == Reviewer.POLICE) {
      throw new InvalidInput("move", "unknown");
    }
    var ready = prosecuting.ready(reference, version, action, move.reviewer());
    AskedRules.findings(move, asked, ready.view().checklist(), prosecuting.today()).throwIfAny();
    steps.possible(ready, move);
    if (!asked.isEmpty()) {
      prosecuting.answerable(ready, action);
    }
    int number = ready.view().asked().size();
    for (Asked one : asked) {
      number++;
      reviews.ask(
          ready.referral(),
          ready.file(),
          number,
          move,
          one,
          prosecuting.caller(),
          prosecuting.now());
    }
    steps.all(ready, move);
    if (!asked.isEmpty()) {
      prosecuting.tell(ready.referral(), action, new Change(null, asked));
    }
    return prosecuting.consulted(ready.referral());
  }

  /**
   * Says what the police did about something that was asked of them. The prosecutors read it at
   * once, which is a disclosure.
   *
   * @param number of what was asked
   * @throws NotFound where nothing of that number was
   * @throws InvalidInput {@code done: required}, or {@code done: answered-already}
   */
  @Transactional
  @Requires(Action.FILE_PREPARE)
  public FileView done(String reference, String version, int number, String words) {
    var ready = prosecuting.written(reference, version);
    var findings = new Findings();
    findings.required(words, "done");
    findings.typed(PARAGRAPH, words, "done");
    findings.throwIfAny();
    if (ready.view().asked().stream().noneMatch(one -> one.number() == number)) {
      throw new NotFound();
    }
    if (!reviews.done(ready.file(), number, words, prosecuting.caller(), prosecuting.now())) {
      throw new InvalidInput("done", "answered-already");
    }
    prosecuting.append(
        ready.referral(),
        Verb.ALTER,
        Action.FILE_PREPARE,
        List.of(DataClass.D5),
        new Change(null, words));
    disclosure.disclose(ready.referral(), Action.FILE_PREPARE, List.of(DataClass.D5));
    return prosecuting.consulted(ready.referral());
  }
}
