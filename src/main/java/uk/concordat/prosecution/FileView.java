package uk.concordat.prosecution;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.concordat.access.DataClass;

/**
 * A file as much as the caller sees of it.
 *
 * @param version of what they see
 * @param file null where there is none, or none that they see
 * @param checklist what a prosecutor needs, as it stands today
 * @param lacks what has to be there before it is submitted; empty for those who do not prepare it
 * @param asked what prosecutors asked of the police
 * @param decisions on each defendant, oldest first
 * @param corrections of days on which the police did what was decided; their own
 * @param consent of the Attorney General; null where it was not asked for, or is withheld
 * @param flags monitoring flags; empty where they are withheld
 * @param moves those that the caller can make now
 * @param prepares whether the caller writes the file now
 * @param changesVictims whether the caller corrects now who was harmed and how they are told safely
 * @param carriesOut whether the caller says when the police did what was decided
 * @param reviews whether the caller reviews it now, and may change the monitoring flags
 */
public record FileView(
    String reference,
    String version,
    Prosecution file,
    List<FileItem> checklist,
    List<Lack> lacks,
    List<ActionItem> asked,
    List<Decision> decisions,
    List<CorrectedDay> corrections,
    Consent consent,
    MonitoringFlags flags,
    List<ReviewMove> moves,
    boolean prepares,
    boolean changesVictims,
    boolean carriesOut,
    boolean reviews) {
  /** Copies the lists. */
  public FileView {
    checklist = List.copyOf(checklist);
    lacks = List.copyOf(lacks);
    asked = List.copyOf(asked);
    decisions = List.copyOf(decisions);
    corrections = List.copyOf(corrections);
    moves = List.copyOf(moves);
  }

  /** The decision that stands on somebody; empty where there is none, or none that is seen. */
  public Optional<Decision> standing(Defendant one) {
    return Decision.standing(one, decisions);
  }

  /** Whether they were charged by the Threshold Test and the full one is still to be applied. */
  public boolean awaitsFullCode(Defendant one) {
    return Decision.awaitsFullCode(one, decisions);
  }

  /** The classes of what is in the file, which go with it to the prosecutors. */
  Set<DataClass> disclosed() {
    Set<DataClass> classes = EnumSet.of(DataClass.D1);
    add(classes, DataClass.D2, !file.victims().isEmpty());
    add(classes, DataClass.D4, file.victims().stream().anyMatch(one -> one.safeContact() != null));
    add(classes, DataClass.D5, !file.charges().isEmpty());
    add(classes, DataClass.D6, file.defendants().stream().anyMatch(one -> one.identity() != null));
    add(classes, DataClass.D7, file.defendants().stream().anyMatch(one -> one.custody() != null));
    checklist.stream()
        .filter(item -> file.answers().stream().anyMatch(one -> one.item().equals(item.code())))
        .forEach(item -> classes.add(item.dataClass()));
    return classes;
  }

  private static void add(Set<DataClass> classes, DataClass dataClass, boolean there) {
    if (there) {
      classes.add(dataClass);
    }
  }
}
