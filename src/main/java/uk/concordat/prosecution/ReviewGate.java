package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import uk.concordat.access.Permissions;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.referral.FileReferral;

/** Says which moves of a review are the caller's to make; function {@code guard_review} again. */
@ApplicationScoped
class ReviewGate {
  @Inject Permissions permissions;
  @Inject CurrentCaller current;

  /** Whether a move of such a person is the caller's, by role and record, whatever the state. */
  boolean theirs(Reviewer reviewer, FileReferral referral) {
    return permissions.has(current.get().role(), reviewer.action()) && reviewer.reaches(referral);
  }

  /** Whether they can make it of that defendant now, as far as the state goes. */
  boolean may(ReviewMove move, Defendant defendant, FileReferral referral) {
    return theirs(move.reviewer(), referral) && move.leaves(defendant.state());
  }

  /** Those that they can make now of somebody in the file. */
  List<ReviewMove> moves(Prosecution file, FileReferral referral) {
    return Arrays.stream(ReviewMove.values())
        .filter(
            move ->
                file.defendants().stream().anyMatch(defendant -> may(move, defendant, referral)))
        .toList();
  }
}
