package uk.concordat.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server, from MicroProfile Config only; without a host no mail is sent. */
@ApplicationScoped
class SmtpSettings {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
  private static final String PATIENCE = "20000";

  @Inject
  @ConfigProperty(name = "concordat.mail.host")
  Optional<String> host;

  @Inject
  @ConfigProperty(name = "concordat.mail.port", defaultValue = "587")
  int port;

  @Inject
  @ConfigProperty(name = "concordat.mail.user")
  Optional<String> user;

  @Inject
  @ConfigProperty(name = "concordat.mail.password")
  Optional<String> password;

  @Inject
  @ConfigProperty(name = "concordat.mail.from")
  Optional<String> from;

  @Inject
  @ConfigProperty(name = "concordat.mail.security")
  Optional<String> security;

  @Inject
  @ConfigProperty(name = "concordat.portal.url")
  String portalUrl;

  /** Whether there is a server to give mail to. */
  boolean isSetUp() {
    return host.isPresent();
  }

  String host() {
    return host.orElseThrow();
  }

  int port() {
    return port;
  }

  /** Null where the server asks nobody who they are. */
  String user() {
    return user.orElse(null);
  }

  String password() {
    return password.orElse(null);
  }

  /** Whom mail comes from. */
  String from() {
    return from.orElse("no-reply@" + portalHost());
  }

  /** The portal as its users see it, without a slash at the end. */
  String portalUrl() {
    return portalUrl;
  }

  /** The name under which the portal is known. */
  String portalHost() {
    return URI.create(portalUrl).getHost();
  }

  /**
   * What Jakarta Mail is told. Nothing leaves this machine in the clear unless the configuration
   * says {@code none} in so many words.
   */
  Properties session() {
    String chosen = security.orElse(LOOPBACK.contains(host()) ? "none" : "starttls");
    if (!Set.of("none", "starttls", "tls").contains(chosen)) {
      throw new IllegalStateException("concordat.mail.security is none, starttls or tls");
    }
    Properties session = new Properties();
    session.setProperty("mail.smtp.connectiontimeout", PATIENCE);
    session.setProperty("mail.smtp.timeout", PATIENCE);
    session.setProperty("mail.smtp.writetimeout", PATIENCE);
    session.setProperty("mail.smtp.localhost", portalHost());
    session.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
    session.setProperty("mail.smtp.ssl.enable", Boolean.toString(chosen.equals("tls")));
    session.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    session.setProperty("mail.smtp.starttls.enable", Boolean.toString(chosen.equals("starttls")));
    session.setProperty("mail.smtp.starttls.required", Boolean.toString(chosen.equals("starttls")));
    return session;
  }
}
