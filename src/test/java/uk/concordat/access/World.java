package uk.concordat.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A drawn world of staff, records, agreements, a role matrix and everything else that the gate
 * looks at.
 *
 * @param permissions the role matrix of this world
 * @param classes the class matrix of this world
 * @param endedRoles roles that nobody may act in any more
 */
record World(
    MatrixFile permissions,
    MatrixFile classes,
    Set<String> endedRoles,
    List<Person> people,
    List<Treaty> treaties,
    List<Paper> papers) {

  /** What the agreements let through or once let through. */
  List<Flow> flows() {
    return treaties.stream().flatMap(Treaty::flows).toList();
  }

  /** Whether the portal lets somebody in at all. */
  boolean admits(Person person) {
    return !person.suspended() && !endedRoles.contains(person.role());
  }

  /**
   * A member of staff.
   *
   * @param role the one that they act in
   * @param roles all that they hold, in the order of their token
   * @param leads teams that they lead today
   * @param led teams that they led until yesterday, or will lead from tomorrow on
   */
  record Person(
      UUID subject,
      String agency,
      String role,
      List<String> roles,
      Set<String> teams,
      Set<String> leads,
      Set<String> led,
      boolean suspended) {

    /** The same person, who acts in the first of their other roles where theirs has ended. */
    Person actingBeside(Set<String> endedRoles) {
      String acts =
          endedRoles.contains(role)
              ? roles.stream().filter(one -> !endedRoles.contains(one)).findFirst().orElse(role)
              : role;
      return new Person(subject, agency, acts, roles, teams, leads, led, suspended);
    }
  }

  /**
   * An agreement of two agencies.
   *
   * @param gives the classes that go from the first to the second
   * @param gets the classes that go from the second to the first
   * @param status as the database calls it
   * @param valid null where it never came into force
   * @param late whether it came to this after the records were sent
   */
  record Treaty(
      String code,
      String first,
      String second,
      Set<DataClass> gives,
      Set<DataClass> gets,
      Set<String> purposes,
      String status,
      Period valid,
      boolean late) {

    Stream<Flow> flows() {
      return valid == null
          ? Stream.empty()
          : Stream.of(
              new Flow(code, first, second, gives, purposes, valid),
              new Flow(code, second, first, gets, purposes, valid));
    }
  }

  /**
   * Sight given to somebody, or taken by breaking the glass.
   *
   * @param revoked when it was taken away; null where it was not
   */
  record Gift(
      UUID subject,
      String agency,
      String role,
      boolean glass,
      Set<DataClass> dataClasses,
      String purpose,
      Instant from,
      Instant to,
      Instant revoked) {

    Grant grant() {
      Instant end = to == null || (revoked != null && revoked.isBefore(to)) ? revoked : to;
      return new Grant(subject, agency, role, glass, dataClasses, purpose, new Period(from, end));
    }
  }

  /**
   * A record and what stands around it.
   *
   * @param named whom a restriction names
   * @param unnamed whom it named once
   * @param excluded who must not see it
   * @param lifted whose exclusion was lifted
   */
  record Paper(
      Participation participation,
      boolean restricted,
      Set<UUID> named,
      Set<UUID> unnamed,
      Set<UUID> excluded,
      Set<UUID> lifted,
      List<Gift> gifts) {

    UUID id() {
      return participation.record();
    }

    RecordFacts facts(List<Flow> flows) {
      return new RecordFacts(
          participation,
          restricted,
          named,
          excluded,
          gifts.stream().map(Gift::grant).toList(),
          flows);
    }
  }
}
