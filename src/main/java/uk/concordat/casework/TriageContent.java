package uk.concordat.casework;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/** A triage as somebody makes it; what is missing is null. */
public record TriageContent(
    Boolean hateRelated,
    Set<Strand> strands,
    Urgency urgency,
    String reason,
    List<String> redFlags,
    String nextStep) {
  /** Copies the lists. */
  public TriageContent {
    strands = new TreeSet<>(strands);
    redFlags = List.copyOf(redFlags);
  }
}
