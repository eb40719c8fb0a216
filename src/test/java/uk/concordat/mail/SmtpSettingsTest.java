package uk.concordat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What makes no sense ends a pass before any mail is begun, instead of each mail being refused. */
class SmtpSettingsTest {
  @Test
  void mailComesFromThePortalsHostAndAServerMayTakeTenMinutesToReadIt() {
    SmtpSettings settings = settings("https://portal.example", null);
    assertThat(settings.from()).hasToString("no-reply@portal.example");
    Properties session = settings.session();
    assertThat(session.getProperty("mail.smtp.timeout")).isEqualTo("600000");
    assertThat(session.getProperty("mail.smtp.connectiontimeout")).isEqualTo("20000");
    assertThat(session.getProperty("mail.smtp.starttls.required")).isEqualTo("true");
  }

  @Test
  void anAddressOfOursThatIsNoneIsRefused() {
    SmtpSettings settings = settings("https://portal.example", "nobody at all");
    assertThatThrownBy(settings::session)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("concordat.mail.from");
  }

  @Test
  void aPortalWithoutAHostNameIsRefused() {
    SmtpSettings settings = settings("https://the_portal", null);
    assertThatThrownBy(settings::session)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("concordat.portal.url");
  }

  private static SmtpSettings settings(String portal, String from) {
    SmtpSettings settings = new SmtpSettings();
    settings.host = Optional.of("mail.example");
    settings.user = Optional.empty();
    settings.password = Optional.empty();
    settings.security = Optional.empty();
    settings.from = Optional.ofNullable(from);
    settings.portalUrl = portal;
    return settings;
  }
}
