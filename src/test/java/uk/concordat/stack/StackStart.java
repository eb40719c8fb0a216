package uk.concordat.stack;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import uk.concordat.platform.database.Migrations;

/**
 * Brings the stack up: two lines side by side, the database's and Keycloak's, which meet at the
 * portal.
 */
record StackStart(Workplace place, Children children, Progress progress) {

  Stack start() {
    // Threads of our own: they inherit the class loader under which exec:java runs us.
    ExecutorService lines = Executors.newFixedThreadPool(2);
    try {
      CompletableFuture<Postgres> databaseLine =
          CompletableFuture.supplyAsync(this::database, lines);
      CompletableFuture<Payara> portalLine = databaseLine.thenApply(ready -> portal());
      CompletableFuture<Keycloak> keycloakLine =
          CompletableFuture.supplyAsync(this::keycloak, lines);
      CompletableFuture<List<DemoAccount>> accountsLine = keycloakLine.thenApply(this::accounts);
      CompletableFuture.allOf(portalLine, accountsLine).join();
      Postgres postgres = databaseLine.join();
      List<DemoAccount> accounts = accountsLine.join();
      new DemoStaff(postgres.superuser()).register(accounts);
      Payara portal = portalLine.join().awaitReady();
      progress.step("The portal is ready");
      return new Stack(place, children, postgres, keycloakLine.join(), portal, accounts);
    } catch (CompletionException e) {
      throw StackFailure.of(e);
    } finally {
      lines.shutdownNow();
    }
  }

  Postgres database() {
    Postgres postgres = Postgres.start(place, children);
    new Database(postgres, place.secrets()).prepare();
    progress.step("PostgreSQL is ready");
    // Flyway tells every migration to java.util.logging; the console is for the person who waits.
    Logger flyway = Logger.getLogger("org.flywaydb");
    flyway.setLevel(Level.WARNING);
    Migrations.migrate(postgres.owner());
    progress.step("The schema is current");
    return postgres;
  }

  private Payara portal() {
    return Payara.launch(place, PortalSettings.of(place), children);
  }

  private Keycloak keycloak() {
    Keycloak keycloak = Keycloak.start(place, children, progress);
    progress.step("Keycloak is ready");
    return keycloak;
  }

  private List<DemoAccount> accounts(Keycloak keycloak) {
    try (org.keycloak.admin.client.Keycloak admin =
        KeycloakAdmin.connect(keycloak, place.secrets())) {
      List<DemoAccount> accounts =
          new DemoAccounts(admin.realm(Keycloak.REALM), place.secrets().secondFactor())
              .register(Payara.address(place.ports().portal()));
      progress.step("The demo accounts are there");
      return accounts;
    }
  }
}
