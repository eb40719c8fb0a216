package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import uk.concordat.access.Participation;
import uk.concordat.audit.Change;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.Reference;

/** The header of a referral (data class D1) and the state machine that refuses what is no move. */
@Entity
@Table(name = "referral")
class Referral {
  /** How long the receiver still sees what it did not take on. */
  private static final Duration CONTENT_AFTER_REJECTION = Duration.ofDays(28);

  @Id private UUID id;
  private String reference;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private ReferralType type;

  @Enumerated(EnumType.STRING)
  private ReferralState state;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "content_until")
  private Instant contentUntil;

  private int reopened;
  private boolean restricted;
  private boolean recalled;
  private boolean agreed;
  @Embedded private Matter matter;
  @Embedded private Route route;
  @Embedded private Deadline deadline;
  @Embedded private Subjects subjects;
  @Transient private HeaderContent loaded;

  protected Referral() {}

  Referral(Reference reference, Caller owner, Instant now) {
    id = Ids.next();
    this.reference = reference.text();
    route = Route.of(owner);
    deadline = Deadline.none();
    state = ReferralState.DRAFT;
    matter = Matter.unknown();
    createdAt = now;
    changedAt = now;
    subjects = Subjects.unknown();
  }

  /** Keeps what the database holds, to say later what was changed. */
  @PostLoad
  void remember() {
    loaded = HeaderContent.of(this);
  }

  /** What has become of the header since it was loaded; of a new one, that there is one. */
  Change change() {
    return new Change(loaded, HeaderContent.of(this));
  }

  void describe(ReferralContent content, ReferralType type, String toTeam, Instant now) {
    this.type = type;
    route.to(content.to(), toTeam);
    agreed = content.needs().agreedOrDuty();
    matter = Matter.of(content);
    changedAt = now;
  }

  void submit(Caller submitter, boolean agreed, Clocked acknowledgement) {
    move(Move.SUBMIT, acknowledgement.start());
    route.sentBy(submitter.subject());
    this.agreed = agreed;
    submittedAt = acknowledgement.start();
    deadline = Deadline.of(acknowledgement);
  }

  /** Makes a move that changes nothing besides but what is due. */
  void proceed(Move move, Deadline then, Instant now) {
    move(move, now);
    deadline = then;
  }

  void withdraw(Instant now) {
    move(Move.WITHDRAW, now);
    contentUntil = now;
    deadline = Deadline.none();
  }

  void accept(UUID assignee, Clocked firstContact) {
    move(Move.ACCEPT, firstContact.start());
    route.workedOnBy(assignee);
    deadline = Deadline.of(firstContact);
  }

  /** Makes a move that ends it: the receiver sees the content for 28 days more. */
  void turnAway(Move move, Instant now) {
    move(move, now);
    contentUntil = now.plus(CONTENT_AFTER_REJECTION);
    deadline = Deadline.none();
  }

  void reopen(Clocked update) {
    move(Move.REOPEN, update.start());
    reopened++;
    deadline = Deadline.of(update);
  }

  void assign(UUID assignee, Instant now) {
    move(Move.ASSIGN, now);
    route.workedOnBy(assignee);
  }

  /** Takes it out of sight of everybody but the agency that sent it, until that is decided on. */
  void recall(Instant now) {
    move(Move.RECALL, now);
    recalled = true;
  }

  private void move(Move move, Instant now) {
    if (!move.leaves(state, recalled)) {
      throw new ImpossibleMove(Move.from(state, recalled));
    }
    state = move.target(state);
    changedAt = now;
  }

  Participation participation() {
    return new Participation(
        id,
        state == ReferralState.DRAFT,
        route.owner(),
        route.fromAgency(),
        route.fromTeam(),
        route.toAgency(),
        route.toTeam(),
        route.assignee(),
        matter.footing().purpose(),
        agreed,
        contentUntil,
        recalled);
  }

  ReferralHeader header() {
    return new ReferralHeader(
        reference, version, type, state, participation(), restricted, submittedAt);
  }

  /** What the header says of the case. */
  Matter matter() {
    return matter;
  }

  /** Between whom it goes. */
  Route route() {
    return route;
  }

  UUID id() {
    return id;
  }

  Subjects subjects() {
    return subjects;
  }

  boolean recalled() {
    return recalled;
  }

  boolean restricted() {
    return restricted;
  }

  String reference() {
    return reference;
  }

  long version() {
    return version;
  }

  ReferralType type() {
    return type;
  }

  ReferralState state() {
    return state;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant submittedAt() {
    return submittedAt;
  }

  Instant changedAt() {
    return changedAt;
  }

  /** The clock that runs; null where nothing is due. */
  Clocked clock() {
    return deadline().running();
  }

  /** What is due; the mapping has none where every column is empty. */
  Deadline deadline() {
    return deadline == null ? Deadline.none() : deadline;
  }
}
