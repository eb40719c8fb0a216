package uk.concordat.it;

import uk.concordat.prosecution.ReviewState;

/**
 * One file with everything behind it that some move of a review needs: a charge by the Threshold
 * Test that the police made, and a hearing. The owner of the schema puts it into whatever state.
 */
final class ReviewScene {
  private static final String PUT =
      """
      with file as (select p.id, p.referral from prosecution p join referral r on r.id = p.referral where r.reference = ?),
        asked as (delete from action_item where prosecution in (select id from file)),
        decided as (delete from charging_decision where prosecution in (select id from file) and number > 1),
        ended as (delete from court_result where prosecution in (select id from file)),
        heard as (delete from hearing where prosecution in (select id from file) and number > 1),
        submitted as (update prosecution set submitted_at = %s where id in (select id from file)),
        moved as (update defendant set state = '%s', state_since = now() - interval '1 hour' where prosecution in (select id from file) returning 1)
      select count(*) from moved
      """;

  private final DatabaseOwner owner;
  private final String reference;

  private ReviewScene(DatabaseOwner owner, String reference) {
    this.owner = owner;
    this.reference = reference;
  }

  /** A file that is assigned to that prosecutor. */
  static ReviewScene of(CaseFiles files, DatabaseOwner owner, String prosecutor) {
    String reference = files.underReview(prosecutor);
    String threshold = CaseFiles.chargingBeforeTheEvidence(files.read(prosecutor, reference));
    CaseFiles.made(files.post(prosecutor, reference, "/decisions", threshold));
    files.carriedOut(reference);
    CaseFiles.made(
        files.recorded(prosecutor, "POST", reference, "/hearings", files.hearing(reference)));
    return new ReviewScene(owner, reference);
  }

  String reference() {
    return reference;
  }

  /** Whatever was tried is undone, and the review stands there since an hour ago. */
  void stands(ReviewState state) {
    String at = state == ReviewState.PREPARING ? "null" : "now()";
    owner.row(PUT.formatted(at, state), reference);
  }

  /** Where the review stands. */
  String state() {
    return owner
        .row(
            "select d.state from defendant d join referral r on r.id = d.referral where r.reference = ?",
            reference)
        .get(0);
  }
}
