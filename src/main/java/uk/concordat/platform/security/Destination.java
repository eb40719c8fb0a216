package uk.concordat.platform.security;

import java.util.regex.Pattern;

/** Where to go after signing in or proving who one is: never anywhere but to us. */
final class Destination {
  private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

  private Destination() {}

  /** The path and query if they are ours, the start page otherwise. */
  static String ours(String wanted) {
    return wanted != null && OURS.matcher(wanted).matches() ? wanted : "/";
  }
}
