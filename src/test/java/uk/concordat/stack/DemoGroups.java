package uk.concordat.stack;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.resource.GroupResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;

/**
 * The groups /agencies/{code}/{team}. The realm's mappers read a person's agency and teams from the
 * attributes of the groups that the person is in, so that an administrator only ever moves people.
 */
record DemoGroups(RealmResource realm) {

  void register(List<DemoPerson> people) {
    String top = realm.getGroupByPath("/agencies").getId();
    people.stream()
        .map(DemoPerson::agency)
        .distinct()
        .forEach(
            agency -> {
              String id = child(top, agency, "agency");
              people.stream()
                  .filter(person -> person.agency().equals(agency) && !person.team().isEmpty())
                  .map(DemoPerson::team)
                  .distinct()
                  .forEach(team -> child(id, team, "team"));
            });
  }

  private String child(String parent, String name, String attribute) {
    GroupResource above = realm.groups().group(parent);
    return find(above, name)
        .orElseGet(
            () -> {
              GroupRepresentation group = new GroupRepresentation();
              group.setName(name);
              group.setAttributes(Map.of(attribute, List.of(name)));
              try (Response answer = above.subGroup(group)) {
                if (answer.getStatus() != 201) {
                  throw new StackFailure(
                      "Keycloak refused group " + name + ": " + answer.getStatus());
                }
              }
              return find(above, name).orElseThrow();
            });
  }

  private static java.util.Optional<String> find(GroupResource above, String name) {
    return above.getSubGroups(name, true, 0, 10, true).stream()
        .filter(group -> group.getName().equals(name))
        .map(GroupRepresentation::getId)
        .findFirst();
  }
}
