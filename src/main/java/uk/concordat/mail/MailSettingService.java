package uk.concordat.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;

/** How the caller is told by e-mail that something waits for them. */
@ApplicationScoped
public class MailSettingService {
  @Inject MailSettingRepository settings;
  @Inject SmtpSettings smtp;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;

  /** The caller's own; {@code AT_ONCE} where they chose nothing. */
  @Transactional
  @Requires(Action.SESSION_MAIL)
  public MailSetting read() {
    UUID subject = current.get().subject();
    ledger.append(entry(Verb.CONSULT, subject));
    return new MailSetting(chosen(subject), settings.address(subject).orElse(null), smtp.isSetUp());
  }

  /**
   * Changes it from the next mail on.
   *
   * @param choice name of a {@link MailChoice}
   * @throws InvalidInput where it is none
   */
  @Transactional
  @Requires(Action.SESSION_MAIL)
  public void choose(String choice) {
    MailChoice chosen =
        Arrays.stream(MailChoice.values())
            .filter(each -> each.name().equals(choice))
            .findFirst()
            .orElseThrow(() -> new InvalidInput("choice", "unknown"));
    UUID subject = current.get().subject();
    MailChoice before = chosen(subject);
    settings.choose(subject, chosen);
    ledger.append(
        entry(Verb.ALTER, subject)
            .changing(
                Entry.STAFF,
                new Change(Map.of("mail", before.name()), Map.of("mail", chosen.name()))));
  }

  private MailChoice chosen(UUID subject) {
    return settings.choice(subject).orElse(MailChoice.AT_ONCE);
  }

  private static Entry entry(Verb verb, UUID subject) {
    return Entry.of(verb, Action.SESSION_MAIL.code(), subject, null, List.<DataClass>of())
        .about(Entry.STAFF);
  }
}
