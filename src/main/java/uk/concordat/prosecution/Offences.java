package uk.concordat.prosecution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.concordat.kernel.Strand;

/**
 * The offences there are and which of them can be aggravated, asked by the days on which an offence
 * was committed: that of the charge does not matter.
 */
public record Offences(List<Offence> offences, List<Aggravation> aggravations) {
  /** Copies both. */
  public Offences {
    offences = List.copyOf(offences);
    aggravations = List.copyOf(aggravations);
  }

  /** Those that could be committed then. */
  public List<Offence> of(Committed committed) {
    return offences.stream().filter(one -> one.inForce().throughout(committed)).toList();
  }

  /** The offence of that code as it was then; empty where it was none. */
  public Optional<Offence> find(String code, Committed committed) {
    return of(committed).stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /** The aggravated form of a basic offence for hostility on that strand; empty where none was. */
  public Optional<Offence> aggravated(String basic, Strand strand, Committed committed) {
    return held(committed, one -> one.basic().equals(basic) && one.strand() == strand).stream()
        .map(Aggravation::aggravated)
        .findFirst()
        .flatMap(code -> find(code, committed));
  }

  /** The basic form of an aggravated offence; empty where it is no aggravated one. */
  public Optional<String> basic(String aggravated) {
    return aggravations.stream()
        .filter(one -> one.aggravated().equals(aggravated))
        .map(Aggravation::basic)
        .findFirst();
  }

  /** Hostility on which strands made the aggravated offence then. */
  public Set<Strand> strands(String aggravated, Committed committed) {
    return held(committed, one -> one.aggravated().equals(aggravated)).stream()
        .map(Aggravation::strand)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Aggravation> held(Committed committed, Predicate<Aggravation> asked) {
    return aggravations.stream()
        .filter(asked)
        .filter(one -> one.inForce().throughout(committed))
        .toList();
  }
}
