package uk.concordat.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
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

  /** How long a server may look at a mail before it answers (RFC 5321 4.5.3.2.6). */
  private static final String READING = "600000";

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
  InternetAddress from() {
    try {
      return new InternetAddress(from.orElseGet(() -> "no-reply@" + portalHost()), true);
    } catch (AddressException none) {
      throw new IllegalStateException("concordat.mail.from is no address", none);
    }
  }

  /** The portal as its users see it, without a slash at the end. */
  String portalUrl() {
    return portalUrl;
  }

  /** The name under which the portal is known. */
  String portalHost() {
    return Optional.ofNullable(URI.create(portalUrl).getHost())
        .orElseThrow(() -> new IllegalStateException("concordat.portal.url names no host"));
  }

  /**
   * What Jakarta Mail is told. Nothing leaves this machine in the clear unless the configuration
   * says {@code none} in so many words.
   *
   * @throws IllegalStateException where the configuration makes no sense: no mail could be sent
   */
  Properties session() {
    String chosen = security.orElse(LOOPBACK.contains(host()) ? "none" : "starttls");
    if (!Set.of("none", "starttls", "tls").contains(chosen)) {
      throw new IllegalStateException("concordat.mail.security is none, starttls or tls");
    }
    Properties session = new Properties();
    session.setProperty("mail.smtp.connectiontimeout", PATIENCE);
    session.setProperty("mail.smtp.timeout", READING);
    session.setProperty("mail.smtp.writetimeout", PATIENCE);
    session.setProperty("mail.smtp.localhost", portalHost());
    session.setProperty("mail.smtp.from", from().getAddress());
    session.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
    session.setProperty("mail.smtp.ssl.enable", Boolean.toString(chosen.equals("tls")));
    session.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    session.setProperty("mail.smtp.starttls.enable", Boolean.toString(chosen.equals("starttls")));
    session.setProperty("mail.smtp.starttls.required", Boolean.toString(chosen.equals("starttls")));
    return session;
  }
}
