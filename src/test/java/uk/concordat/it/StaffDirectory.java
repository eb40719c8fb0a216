package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import uk.concordat.stack.DemoAccount;
import uk.concordat.stack.SecondFactor;

/** Keycloak as its administrator uses it, on people whom no other test knows. */
public final class StaffDirectory {
  private final RealmResource realm;

  /**
   * @param realm with the right to change it
   */
  public StaffDirectory(RealmResource realm) {
    this.realm = realm;
  }

  /** A new council officer of Welwyn Hatfield; answers the user name. */
  public String joins() {
    return joins("WELHAT-COUNCIL", "council-officer", List.of());
  }

  /**
   * Somebody new who has a second factor; answers the user name.
   *
   * @param group code of the agency, or {@code AGENCY/team}
   */
  public String joinsWith(SecondFactor secondFactor, String group, String role) {
    return joins(group, role, List.of(secondFactor.credential()));
  }

  /**
   * Somebody new; answers the user name.
   *
   * @param group code of the agency, or {@code AGENCY/team}
   */
  public String joins(String group, String role) {
    return joins(group, role, List.of());
  }

  private String joins(String group, String role, List<CredentialRepresentation> more) {
    CredentialRepresentation password = new CredentialRepresentation();
    password.setType(CredentialRepresentation.PASSWORD);
    password.setValue(DemoAccount.PASSWORD);
    UserRepresentation user = new UserRepresentation();
    user.setUsername("it." + UUID.randomUUID());
    user.setFirstName("Demo");
    user.setLastName("Newcomer");
    user.setEmail(user.getUsername() + "@example.org");
    user.setEmailVerified(true);
    user.setEnabled(true);
    List<CredentialRepresentation> credentials = new ArrayList<>(more);
    credentials.add(password);
    user.setCredentials(credentials);
    try (Response answer = realm.users().create(user)) {
      assertThat(answer.getStatus()).isEqualTo(201);
    }
    moves(user.getUsername(), group);
    gets(user.getUsername(), role);
    return user.getUsername();
  }

  /** A new colleague for information governance of an agency; answers the user name. */
  public String joinsGovernance(String agency) {
    String username = joins();
    loses(username, "council-officer");
    moves(username, agency);
    gets(username, "information-governance");
    return username;
  }

  /** Disables somebody. */
  public void disables(String username) {
    UserRepresentation user = person(username).toRepresentation();
    user.setEnabled(false);
    person(username).update(user);
  }

  /** Changes somebody's address; empty for none. */
  public void isReachedAt(String username, String address, boolean verified) {
    UserRepresentation user = person(username).toRepresentation();
    user.setEmail(address);
    user.setEmailVerified(verified);
    person(username).update(user);
  }

  /** Ends somebody's sessions. */
  public void signsOut(String username) {
    person(username).logout();
  }

  /** Gives a role. */
  public void gets(String username, String role) {
    person(username).roles().realmLevel().add(List.of(realm.roles().get(role).toRepresentation()));
  }

  /** Takes a role away. */
  public void loses(String username, String role) {
    person(username)
        .roles()
        .realmLevel()
        .remove(List.of(realm.roles().get(role).toRepresentation()));
  }

  /** Moves somebody to another agency. */
  public void moves(String username, String agency) {
    UserResource person = person(username);
    person.groups().forEach(group -> person.leaveGroup(group.getId()));
    person.joinGroup(realm.getGroupByPath("/agencies/" + agency).getId());
  }

  /** Does something while the client of the API has another secret than the portal knows. */
  public void withAnotherSecret(Runnable meanwhile) {
    ClientRepresentation client = realm.clients().findByClientId("concordat-api").get(0);
    String secret = realm.clients().get(client.getId()).getSecret().getValue();
    Consumer<String> set =
        value -> {
          client.setSecret(value);
          realm.clients().get(client.getId()).update(client);
        };
    set.accept("another");
    try {
      meanwhile.run();
    } finally {
      set.accept(secret);
    }
  }

  /** Does something while the portal's access tokens live for these seconds only. */
  public void withShortTokens(int seconds, Runnable meanwhile) {
    ClientRepresentation client = realm.clients().findByClientId("concordat-portal").get(0);
    Consumer<String> set =
        value -> {
          client.getAttributes().put("access.token.lifespan", value);
          realm.clients().get(client.getId()).update(client);
        };
    set.accept(Integer.toString(seconds));
    try {
      meanwhile.run();
    } finally {
      set.accept(""); // the realm's own lifespan again
    }
  }

  private UserResource person(String username) {
    return realm.users().get(realm.users().searchByUsername(username, true).get(0).getId());
  }
}
