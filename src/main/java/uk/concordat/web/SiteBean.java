package uk.concordat.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every page says of the installation. */
@Named("site")
@RequestScoped
public class SiteBean {
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "concordat.demo", defaultValue = "false")
  boolean demo;

  /** Whether the data are invented, which every screen then says. */
  public boolean isDemo() {
    return demo;
  }

  /** The time in London, for prints. */
  public String getNow() {
    return London.dateTime(clock.instant());
  }

  /** A day in words; null for null. */
  public String day(LocalDate day) {
    return London.date(day);
  }
}
