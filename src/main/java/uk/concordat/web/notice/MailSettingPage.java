package uk.concordat.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.mail.MailSetting;
import uk.concordat.mail.MailSettingService;
import uk.concordat.web.ErrorsBean;

/** How the caller is told by email that something waits for them. */
@Named
@RequestScoped
public class MailSettingPage {
  @Inject MailSettingService settings;
  @Inject ErrorsBean errors;
  private MailSetting setting;
  private String choice;

  /** Opens the page with what holds now. */
  public void open() {
    choice = getSetting().choice().name();
  }

  /** Changes it. */
  public String change() {
    try {
      settings.choose(choice);
      return "/notice/saved.xhtml?faces-redirect=true";
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(errors::add);
      return null;
    }
  }

  /** What holds now. */
  public MailSetting getSetting() {
    if (setting == null) {
      setting = settings.read();
    }
    return setting;
  }

  public String getChoice() {
    return choice;
  }

  public void setChoice(String choice) {
    this.choice = choice;
  }
}
