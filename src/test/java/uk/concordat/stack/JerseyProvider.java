package uk.concordat.stack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.WebTarget;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.keycloak.admin.client.spi.ResteasyClientProvider;

/** Lets Keycloak's admin client work on Jersey instead of RESTEasy, which fails beside Payara. */
public final class JerseyProvider implements ResteasyClientProvider {
  /** Found by its service file. */
  public JerseyProvider() {}

  @Override
  public Client newRestEasyClient(Object given, SSLContext ssl, boolean trustAll) {
    ObjectMapper mapper =
        new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    // Without the two properties Jersey takes JSON-B, and every field of a token reads as null.
    return new JerseyClientBuilder()
        .register(new JacksonJsonProvider(mapper))
        .property("jersey.config.jsonFeature", "JacksonFeature")
        .property("jersey.config.client.jsonFeature", "JacksonFeature")
        // Keycloak puts without a body and deletes with one.
        .property("jersey.config.client.suppressHttpComplianceValidation", true)
        .build();
  }

  @Override
  public <R> R targetProxy(WebTarget target, Class<R> resource) {
    return WebResourceFactory.newResource(resource, target);
  }
}
