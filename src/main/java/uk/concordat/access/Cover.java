package uk.concordat.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What may go from one agency to another for one purpose, by the agreements in force. */
public record Cover(List<Flow> flows) {
  /** Copies the flows. */
  public Cover {
    flows = List.copyOf(flows);
  }

  /** The classes that they let through. */
  public Set<DataClass> classes() {
    return flows.stream().flatMap(flow -> flow.dataClasses().stream()).collect(Collectors.toSet());
  }

  /** Those of the agreements on which these classes go, as the ledger names them. */
  public List<String> agreements(Collection<DataClass> classes) {
    return flows.stream().filter(flow -> flow.lets(classes)).map(Flow::code).sorted().toList();
  }
}
