package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import uk.concordat.access.DataClass;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.referral.FileReferral;

/** Composes what a caller sees of a file; the second wall is the database's. */
@ApplicationScoped
class FileViews {
  private static final int TAG = 16;
  private static final Comparator<Charge> BY_NUMBER = Comparator.comparing(Charge::number);

  @Inject FileRepository files;
  @Inject DefendantRepository defendants;
  @Inject ReviewRepository reviews;
  @Inject FlagRepository flags;
  @Inject ReviewGate gate;
  @Inject CurrentCaller current;

  void hold(FileReferral referral) {
    files.hold(referral);
  }

  FileView of(FileReferral referral) {
    List<FileItem> checklist = files.checklist();
    Prosecution file =
        files
            .of(referral.id())
            .filter(found -> found.submittedAt() != null || sends(referral))
            .map(found -> shown(found, checklist, referral))
            .orElse(null);
    boolean told = file != null && referral.decision();
    List<ActionItem> asked = told ? reviews.asked(file.id()) : List.of();
    List<Decision> decisions = told ? reviews.decisions(file.id(), referral.advice()) : List.of();
    Consent consent = told ? reviews.consent(file.id()) : null;
    MonitoringFlags flagged = told ? flags.of(file.id()) : new MonitoringFlags(List.of());
    List<CorrectedDay> corrections =
        file != null && sends(referral) && referral.shows(DataClass.D5)
            ? defendants.corrected(file.id())
            : List.of();
    return new FileView(
        referral.reference(),
        version(
            List.of(
                String.valueOf(file),
                asked,
                decisions,
                corrections,
                String.valueOf(consent),
                flagged)),
        file,
        checklist,
        file == null || !referral.prepares() ? List.of() : Lacks.of(file, checklist),
        asked,
        decisions,
        corrections,
        consent,
        flagged,
        file == null ? List.of() : moves(file, decisions, referral),
        referral.prepares() && (file == null || file.withPolice()),
        file != null && gate.theirs(Reviewer.POLICE, referral),
        file != null && gate.theirs(Reviewer.CARRYING_OUT, referral),
        file != null && gate.theirs(Reviewer.PROSECUTOR, referral));
  }

  /** Those that can be made now; what comes after a charge needs that the police said it. */
  private List<ReviewMove> moves(
      Prosecution file, List<Decision> decisions, FileReferral referral) {
    boolean threshold =
        file.defendants().stream().anyMatch(one -> Decision.awaitsFullCode(one, decisions));
    boolean charged = file.defendants().stream().anyMatch(one -> one.carriedOut() != null);
    return gate.moves(file, referral).stream()
        .filter(move -> threshold || move != ReviewMove.APPLY_FULL_CODE)
        .filter(move -> charged || move.saying() != ReviewMove.Saying.COURT)
        .toList();
  }

  /** The classes of what is shown. */
  static Set<DataClass> classes(FileView view, FileReferral referral) {
    Set<DataClass> classes =
        view.file() == null ? EnumSet.of(DataClass.D1) : EnumSet.copyOf(view.disclosed());
    boolean told =
        !view.asked().isEmpty()
            || !view.decisions().isEmpty()
            || view.consent() != null
            || !view.flags().changes().isEmpty();
    if (told) {
      classes.add(referral.advice() ? DataClass.D10 : DataClass.D16);
    }
    return classes;
  }

  /** The first wall: what the gate does not show is not there, whatever the database answered. */
  private Prosecution shown(Prosecution file, List<FileItem> checklist, FileReferral referral) {
    List<Defendant> there =
        file.defendants().stream()
            .filter(one -> sends(referral) || one.state() != ReviewState.PREPARING)
            .toList();
    return new Prosecution(
        file.id(),
        file.urn(),
        file.kind(),
        file.priority(),
        file.submittedAt(),
        there.stream().map(one -> shown(one, referral)).toList(),
        referral.shows(DataClass.D2)
            ? file.victims().stream().map(one -> shown(one, referral)).toList()
            : List.of(),
        referral.shows(DataClass.D5)
            ? there.stream().flatMap(one -> file.charges(one).stream()).sorted(BY_NUMBER).toList()
            : List.of(),
        file.answers().stream()
            .filter(
                answer ->
                    checklist.stream()
                        .anyMatch(
                            item ->
                                item.code().equals(answer.item())
                                    && referral.shows(item.dataClass())))
            .toList());
  }

  private boolean sends(FileReferral referral) {
    return referral.from().equals(current.get().agency());
  }

  private static FileVictim shown(FileVictim one, FileReferral referral) {
    return new FileVictim(
        one.id(),
        one.number(),
        one.name(),
        one.died(),
        one.spokesperson(),
        referral.shows(DataClass.D4) ? one.safeContact() : null);
  }

  private static Defendant shown(Defendant one, FileReferral referral) {
    return new Defendant(
        one.id(),
        one.number(),
        one.state(),
        one.since(),
        one.decidedBy(),
        one.carriedOut(),
        referral.shows(DataClass.D6) ? one.identity() : null,
        referral.shows(DataClass.D7) ? one.custody() : null);
  }

  /** A digest of what is seen and of nothing else. */
  private static String version(Object seen) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(seen.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest).substring(0, TAG);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
