package uk.concordat.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The running product: PostgreSQL, Keycloak and the portal, with demo accounts. Closing it stops
 * all three; so does the death of this Java, however it dies.
 */
public final class Stack implements AutoCloseable {
  private static final Duration BOOKED = Duration.ofSeconds(10);

  private final Workplace place;
  private final Children children;
  private volatile Postgres postgres;
  private final Keycloak keycloak;
  private volatile Payara portal;
  private final List<DemoAccount> accounts;
  private final Map<String, String> changed = new ConcurrentHashMap<>();

  Stack(
      Workplace place,
      Children children,
      Postgres postgres,
      Keycloak keycloak,
      Payara portal,
      List<DemoAccount> accounts) {
    this.place = place;
    this.children = children;
    this.postgres = postgres;
    this.keycloak = keycloak;
    this.portal = portal;
    this.accounts = List.copyOf(accounts);
  }

  /** Starts a stack of its own on free ports, for tests. */
  public static Stack forTests() {
    Workplace place = Workplace.forTests();
    Children children = new Children(place.leftovers());
    try {
      return new StackStart(place, children, Progress.silent()).start();
    } catch (StackFailure failure) {
      children.close();
      throw failure;
    }
  }

  /** The portal's address, without a slash at the end. */
  public String portal() {
    return portal.address();
  }

  /** The address of metrics and of health with its details. */
  public String management() {
    return portal.managementAddress();
  }

  /** Where the portal looks for a mail server; {@link PostOffice} may be one. */
  public int smtpPort() {
    return place.ports().smtp();
  }

  /** The identity provider. */
  public Keycloak keycloak() {
    return keycloak;
  }

  /** The database server, with connections for each role. */
  public Postgres postgres() {
    return postgres;
  }

  /** Kills the portal as a power cut would, and starts it again where it was. */
  public void crashPortal() {
    portal.kill(children);
    portal = Payara.launch(place, settings(), children).awaitReady();
  }

  /** The portal's process; one that ended and began again is another. */
  public ProcessHandle portalProcess() {
    return portal.process();
  }

  /** Where the portal lays files aside while it works. */
  public Path portalFiles() {
    return Payara.files(place);
  }

  /** Ends the portal and starts it again with other settings, which hold from then on. */
  public void restartPortal(Map<String, String> changes) {
    changed.putAll(changes);
    crashPortal();
  }

  /** Kills the database server as a power cut would, and starts it again where it was. */
  public void crashPostgres() {
    postgres.kill(children);
    postgres = Postgres.start(place, children);
  }

  /**
   * Puts the database back to what it is now, once something has been done: what an operator does
   * who restores last night's copy. The portal runs on.
   */
  public void restoresPostgresAfter(Runnable done) {
    Path present = Postgres.folder(place);
    Path copy = place.data().resolve("postgres-copy");
    postgres.kill(children);
    Folders.copy(present, copy);
    postgres = Postgres.start(place, children);
    done.run();
    postgres.kill(children);
    Folders.delete(present);
    Folders.copy(copy, present);
    Folders.delete(copy);
    postgres = Postgres.start(place, children);
  }

  /** The settings that the portal was started with, by the names of their environment variables. */
  public Map<String, String> settings() {
    Map<String, String> all = new HashMap<>(PortalSettings.of(place));
    all.putAll(changed);
    return Map.copyOf(all);
  }

  /** Where the data live. */
  Path data() {
    return place.data();
  }

  /** All demo accounts. */
  public List<DemoAccount> accounts() {
    return accounts;
  }

  /** The demo account of this user name. */
  public DemoAccount account(String username) {
    return accounts.stream()
        .filter(each -> each.username().equals(username))
        .findFirst()
        .orElseThrow();
  }

  /** The second factor of the accounts that have one. */
  public SecondFactor secondFactor() {
    return place.secrets().secondFactor();
  }

  /**
   * A fresh access token of a demo account, for the API. Keycloak admits nobody while it still
   * books their last sign-in: another one waits for that.
   */
  public String token(String username) {
    AtomicReference<HttpResponse<String>> last = new AtomicReference<>();
    Waiting.until(BOOKED, () -> last.updateAndGet(none -> grant(username)).statusCode() == 200);
    try {
      return new ObjectMapper().readTree(last.get().body()).required("access_token").textValue();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new StackFailure("No token for %s: %s".formatted(username, last.get().body()), e);
    }
  }

  private HttpResponse<String> grant(String username) {
    return Http.post(
        keycloak().tokenEndpoint(),
        Map.of(
            "grant_type",
            "password",
            "client_id",
            DemoClients.CLI,
            "scope",
            "openid",
            "username",
            username,
            "password",
            DemoAccount.PASSWORD));
  }

  /** Keycloak's administration interface for the realm; close the client after use. */
  public org.keycloak.admin.client.Keycloak admin() {
    return KeycloakAdmin.connect(keycloak, place.secrets());
  }

  @Override
  public void close() {
    children.close();
    place.leave();
  }
}
