package uk.concordat.access;

import java.util.Arrays;
import java.util.Locale;

/** What can be done, under the stable dotted name that code, permissions and ledger share. */
public enum Action {
  REFERRAL_CREATE,
  REFERRAL_READ,
  REFERRAL_SUBMIT,
  REFERRAL_ACKNOWLEDGE,
  REFERRAL_DECIDE,
  SESSION_READ;

  /** For example {@code referral.decide}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  static Action of(String code) {
    return Arrays.stream(values())
        .filter(action -> action.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code));
  }
}
