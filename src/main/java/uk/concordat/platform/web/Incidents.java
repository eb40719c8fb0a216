package uk.concordat.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives what went wrong on our side a number that a person can quote, and logs it under it. */
final class Incidents {
  private static final Logger LOG = Logger.getLogger(Incidents.class.getName());
  private static final int SERVER_ERROR = 500;

  private Incidents() {}

  /**
   * The number, or null where nothing went wrong on our side. Where it was is logged, what it was
   * about is not.
   */
  static String number(HttpServletRequest request, int status) {
    if (status < SERVER_ERROR) {
      return null;
    }
    String text = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    String number = text.substring(0, 4) + "-" + text.substring(4);
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause != null) {
      LOG.log(
          Level.SEVERE,
          "Incident {0}: {1} at {2}",
          new Object[] {number, cause.getClass().getName(), at(cause)});
    }
    return number;
  }

  private static String at(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }
}
