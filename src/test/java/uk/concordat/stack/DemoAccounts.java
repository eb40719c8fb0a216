package uk.concordat.stack;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Everything that makes the production realm a demo: groups and people, a client for scripts, and
 * rules for passwords and scripts that let them in. Nothing else creates a demo account. May be
 * repeated.
 */
record DemoAccounts(RealmResource realm, SecondFactor secondFactor) {
  private static final String SCRIPTS = "direct grant";

  /** Adds what is missing; answers all accounts. */
  List<DemoAccount> register(String portal) {
    List<DemoPerson> people = DemoPeople.all();
    relaxPasswords();
    relaxScripts();
    new DemoGroups(realm).register(people);
    new DemoClients(realm).register(portal);
    PartialImportRepresentation missing = new PartialImportRepresentation();
    missing.setIfResourceExists(PartialImportRepresentation.Policy.SKIP.name());
    missing.setUsers(people.stream().map(this::user).toList());
    try (Response answer = realm.partialImport(missing)) {
      if (answer.getStatus() != 200) {
        throw new StackFailure(
            "Keycloak refused the demo accounts: " + answer.readEntity(String.class));
      }
    }
    Map<String, UUID> subjects =
        realm.users().list(0, 1000).stream()
            .collect(
                Collectors.toMap(
                    UserRepresentation::getUsername, user -> UUID.fromString(user.getId())));
    return people.stream().map(person -> person.as(subjects.get(person.username()))).toList();
  }

  private void relaxPasswords() {
    RealmRepresentation relaxed = new RealmRepresentation();
    // All the world knows the password of the demo: hashing it slowly would only cost time.
    relaxed.setPasswordPolicy("length(8) and hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
    realm.update(relaxed);
  }

  /** A script signs in with a password alone, whoever has a second factor; its token says so. */
  private void relaxScripts() {
    realm.flows().getExecutions(SCRIPTS).stream()
        .filter(execution -> execution.getDisplayName().endsWith("Conditional OTP"))
        .forEach(
            execution -> {
              execution.setRequirement("DISABLED");
              realm.flows().updateExecutions(SCRIPTS, execution);
            });
  }

  private UserRepresentation user(DemoPerson person) {
    CredentialRepresentation password = new CredentialRepresentation();
    password.setType(CredentialRepresentation.PASSWORD);
    password.setValue(DemoAccount.PASSWORD);
    UserRepresentation user = new UserRepresentation();
    user.setUsername(person.username());
    user.setFirstName(DemoPerson.FIRST_NAME);
    user.setLastName(person.lastName());
    user.setEmail(person.email());
    user.setEmailVerified(true);
    user.setEnabled(true);
    user.setCredentials(
        person.mayBreakGlass() ? List.of(password, secondFactor.credential()) : List.of(password));
    user.setRealmRoles(List.of(person.role()));
    user.setGroups(List.of(person.group()));
    return user;
  }
}
