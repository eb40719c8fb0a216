package uk.concordat.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A drawn world of staff, records, agreements and everything else that the gate looks at. */
record World(List<Person> people, List<Paper> papers, List<Flow> agreements) {

  /** A member of staff. */
  record Person(UUID subject, String agency, String role, Set<String> teams, Set<String> leads) {}

  /** A record and what stands around it; people by their place in the world. */
  record Paper(
      Participation participation,
      boolean restricted,
      Set<UUID> named,
      Set<UUID> excluded,
      List<Grant> grants) {

    RecordFacts facts(List<Flow> flows) {
      return new RecordFacts(participation, restricted, named, excluded, grants, flows);
    }
  }
}
