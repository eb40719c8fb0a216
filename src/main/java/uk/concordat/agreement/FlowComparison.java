package uk.concordat.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.access.DataClass;
import uk.concordat.access.FactsRepository;
import uk.concordat.access.Flow;
import uk.concordat.access.Readers;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;

/** Compares what flows between two agencies now with what would flow after a move. */
@ApplicationScoped
class FlowComparison {
  private record Piece(String from, String to, DataClass dataClass, String purpose) {}

  /** Of a piece all but the purpose, in the order of reading. */
  private record Way(String from, String to, DataClass dataClass) implements Comparable<Way> {
    @Override
    public int compareTo(Way other) {
      int agencies = (from + " " + to).compareTo(other.from + " " + other.to);
      return agencies != 0 ? agencies : dataClass.compareTo(other.dataClass);
    }
  }

  @Inject FactsRepository facts;
  @Inject Readers readers;
  @Inject AgencyRepository agencies;
  @Inject Clock clock;

  /** What signing a proposal changes, or ending what is in force; nothing for any other. */
  AgreementPreview of(Agreement agreement) {
    Terms terms = agreement.terms();
    List<Flow> inForce =
        facts.flows(terms.first().agency(), terms.second().agency()).stream()
            .filter(flow -> flow.valid().contains(clock.instant()))
            .toList();
    Set<Piece> now = pieces(inForce.stream());
    Set<Piece> then =
        pieces(
            inForce.stream().filter(flow -> !flow.agreement().startsWith(agreement.code() + " ")));
    return switch (agreement.status()) {
      case PROPOSED -> {
        then.addAll(pieces(terms));
        yield new AgreementPreview(beyond(then, now), beyond(now, then));
      }
      case ACTIVE -> new AgreementPreview(List.of(), beyond(now, then));
      default -> new AgreementPreview(List.of(), List.of());
    };
  }

  private static Set<Piece> pieces(Stream<Flow> flows) {
    return flows
        .flatMap(
            flow ->
                flow.dataClasses().stream()
                    .flatMap(one -> pieces(flow.from(), flow.to(), one, flow.purposes())))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<Piece> pieces(Terms terms) {
    return Stream.of(terms.first(), terms.second())
        .flatMap(
            party ->
                party.gives().stream()
                    .flatMap(
                        one ->
                            pieces(
                                party.agency(),
                                terms.beside(party.agency()).agency(),
                                one,
                                Set.copyOf(terms.purposes()))))
        .collect(Collectors.toSet());
  }

  private static Stream<Piece> pieces(
      String from, String to, DataClass dataClass, Set<String> purposes) {
    return purposes.stream().map(purpose -> new Piece(from, to, dataClass, purpose));
  }

  /** What is in the one and not in the other, a line a class and direction. */
  private List<FlowChange> beyond(Set<Piece> one, Set<Piece> other) {
    Map<Way, Set<String>> ways = new TreeMap<>();
    one.stream()
        .filter(piece -> !other.contains(piece))
        .forEach(
            piece ->
                ways.computeIfAbsent(
                        new Way(piece.from(), piece.to(), piece.dataClass()),
                        way -> new TreeSet<>())
                    .add(piece.purpose()));
    Map<String, Agency> known = agencies.byCode();
    return ways.entrySet().stream()
        .map(
            way ->
                new FlowChange(
                    way.getKey().from(),
                    way.getKey().to(),
                    way.getKey().dataClass(),
                    List.copyOf(way.getValue()),
                    readers.of(known.get(way.getKey().to()).kind(), way.getKey().dataClass())))
        .toList();
  }
}
