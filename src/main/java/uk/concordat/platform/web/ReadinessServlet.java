package uk.concordat.platform.web;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.concordat.platform.security.Introspection;

/**
 * Says on the public listener whether the portal can work, PostgreSQL and Keycloak included; no
 * more.
 */
@WebServlet("/ready")
public class ReadinessServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int PATIENCE_SECONDS = 3;

  @Resource(lookup = "java:app/jdbc/concordat")
  private transient DataSource database;

  @Inject private transient Introspection introspection;

  @Inject private transient ReadinessWatch watch;

  @Inject
  @ConfigProperty(name = "concordat.oidc.issuer")
  String issuer;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String missing =
        !databaseUp()
            ? "database"
            : !keycloakUp() ? "keycloak" : introspection.works() ? null : "introspection";
    boolean up = missing == null;
    watch.seen(missing);
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.getWriter().write(up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
  }

  private boolean databaseUp() {
    try (var connection = database.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException down) {
      return false;
    }
  }

  private boolean keycloakUp() throws IOException {
    var patience = Duration.ofSeconds(PATIENCE_SECONDS);
    try {
      return HttpClient.newBuilder()
              .connectTimeout(patience)
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(issuer)).timeout(patience).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == HttpServletResponse.SC_OK;
    } catch (IOException down) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
