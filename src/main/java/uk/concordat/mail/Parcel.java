package uk.concordat.mail;

import java.util.UUID;

/**
 * A mail that is being handed to the server; its text is the same for everybody.
 *
 * @param mail which one
 * @param address where to; goes into no log
 */
record Parcel(UUID mail, String address) {
  @Override
  public String toString() {
    return "mail " + mail;
  }
}
