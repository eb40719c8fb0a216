package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.Participation;
import uk.concordat.audit.Change;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.Marking;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/** The header of a referral (data class D1) and the state machine that refuses what is no move. */
@Entity
@Table(name = "referral")
class Referral {
  /** How long the receiver still sees what it rejected. */
  private static final Duration CONTENT_AFTER_REJECTION = Duration.ofDays(28);

  @Id private UUID id;
  private String reference;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private ReferralType type;

  @Column(name = "from_agency")
  private String fromAgency;

  @Column(name = "to_agency")
  private String toAgency;

  @Enumerated(EnumType.STRING)
  private ReferralState state;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  private String strands;

  @Enumerated(EnumType.STRING)
  private Marking marking;

  @Column(name = "person_known")
  private Boolean personKnown;

  private String purpose;

  @Column(name = "lawful_basis")
  private String lawfulBasis;

  private String condition;
  private UUID owner;

  @Column(name = "owner_role")
  private String ownerRole;

  @Convert(converter = NullableUuid.class)
  private UUID submitter;

  @Convert(converter = NullableUuid.class)
  private UUID assignee;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "clock_started")
  private Instant clockStarted;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "due_step")
  private String dueStep;

  @Column(name = "from_team")
  private String fromTeam;

  @Column(name = "to_team")
  private String toTeam;

  @Column(name = "content_until")
  private Instant contentUntil;

  private boolean restricted;
  private boolean agreed;
  @Embedded private Subjects subjects;
  @Transient private HeaderContent loaded;

  protected Referral() {}

  Referral(Reference reference, Caller owner, Instant now) {
    id = Ids.next();
    this.reference = reference.text();
    fromAgency = owner.agency();
    fromTeam = owner.teams().stream().sorted().findFirst().orElse(null);
    state = ReferralState.DRAFT;
    urgency = Urgency.STANDARD;
    strands = "";
    marking = Marking.OFFICIAL_SENSITIVE;
    this.owner = owner.subject();
    ownerRole = owner.role();
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
    toAgency = content.to();
    this.toTeam = toTeam;
    agreed = content.needs().agreedOrDuty();
    urgency = content.urgency();
    strands =
        new TreeSet<>(content.strands())
            .stream().map(Strand::name).collect(Collectors.joining(","));
    personKnown = content.person().known();
    purpose = content.footing().purpose();
    lawfulBasis = content.footing().lawfulBasis();
    condition = content.footing().condition();
    changedAt = now;
  }

  void submit(Caller submitter, boolean agreed, Clocked acknowledgement) {
    move(Move.SUBMIT, acknowledgement.start());
    this.submitter = submitter.subject();
    this.agreed = agreed;
    submittedAt = acknowledgement.start();
    due(acknowledgement);
  }

  void acknowledge(Clocked decision, Instant now) {
    move(Move.ACKNOWLEDGE, now);
    due(decision);
  }

  void accept(UUID assignee, Clocked firstContact) {
    move(Move.ACCEPT, firstContact.start());
    this.assignee = assignee;
    due(firstContact);
  }

  void reject(Instant now) {
    move(Move.REJECT, now);
    contentUntil = now.plus(CONTENT_AFTER_REJECTION);
    dueAt = null;
    dueStep = null;
    clockStarted = null;
  }

  private void move(Move move, Instant now) {
    if (state != move.fromState()) {
      throw new ImpossibleMove(Move.from(state));
    }
    state = move.toState();
    changedAt = now;
  }

  private void due(Clocked clock) {
    clockStarted = clock.start();
    dueAt = clock.due();
    dueStep = clock.step();
  }

  Participation participation() {
    return new Participation(
        id,
        state == ReferralState.DRAFT,
        owner,
        fromAgency,
        fromTeam,
        toAgency,
        toTeam,
        assignee,
        purpose,
        agreed,
        contentUntil);
  }

  ReferralHeader header() {
    return new ReferralHeader(
        reference, version, type, state, participation(), restricted, submittedAt);
  }

  Set<Strand> strands() {
    return strands.isEmpty()
        ? Set.of()
        : Arrays.stream(strands.split(","))
            .map(Strand::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Strand.class)));
  }

  Footing footing() {
    return new Footing(purpose, lawfulBasis, condition);
  }

  UUID id() {
    return id;
  }

  Subjects subjects() {
    return subjects;
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

  String fromAgency() {
    return fromAgency;
  }

  String toAgency() {
    return toAgency;
  }

  ReferralState state() {
    return state;
  }

  Urgency urgency() {
    return urgency;
  }

  Marking marking() {
    return marking;
  }

  Boolean personKnown() {
    return personKnown;
  }

  UUID submitter() {
    return submitter;
  }

  UUID assignee() {
    return assignee;
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

  Clocked clock() {
    return dueAt == null ? null : new Clocked(dueStep, clockStarted, dueAt);
  }
}
