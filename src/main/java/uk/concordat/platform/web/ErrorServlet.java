package uk.concordat.platform.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.Refused;
import uk.concordat.access.StepUpNeeded;
import uk.concordat.api.Problems;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.caller.UnknownCaller;
import uk.concordat.document.Busy;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.GuardRefused;

/**
 * Where the container sends what it answers itself: a problem for programs under {@code /api}, a
 * page for people.
 */
@WebServlet("/error-page")
public class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Attribute of a request refused for two roles that nobody may hold together: their codes. */
  public static final String FORBIDDEN_PAIR = "uk.concordat.forbidden-pair";

  /** Out of reach of any address: a page about an error is an answer, never a resource. */
  static final String PAGES = "/WEB-INF/error/";

  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Integer status = status(request);
    String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (status == null || path == null) { // somebody typed the address of this servlet
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (isOfApi(path.substring(request.getContextPath().length()))) {
      problem(status, response);
    } else if (caused(request, StepUpNeeded.class) && request.getMethod().equals("GET")) {
      response.sendRedirect("/step-up?to=" + encoded(path, request));
    } else {
      show(
          caused(request, UnknownCaller.class) ? nobody() : told(status, request),
          request,
          response);
    }
  }

  private void show(int status, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setStatus(status);
    request.setAttribute("incident", Incidents.number(request, status));
    request.getRequestDispatcher(page(status, request)).forward(new AsGet(request), response);
  }

  /** A form that no page of ours made is refused, and the refusal is in the ledger. */
  private int told(int status, HttpServletRequest request) {
    boolean form = status == HttpServletResponse.SC_BAD_REQUEST && isPost(request);
    if (form && current.find().isPresent()) {
      try {
        refusals.record(Action.SESSION_READ.code(), "no-form-of-ours", null);
      } catch (UnknownCaller suspended) {
        return nobody();
      }
    }
    return status;
  }

  /** Who is nobody to the database has no name in the header of the page either. */
  private int nobody() {
    current.is(null);
    return HttpServletResponse.SC_FORBIDDEN;
  }

  private static boolean isPost(HttpServletRequest request) {
    return request.getMethod().equals("POST");
  }

  /** What a page's exception means; pages tell unknown and forbidden apart as little as the API. */
  private static Integer status(HttpServletRequest request) {
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    for (; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotFound
          || cause instanceof Refused
          || cause instanceof GuardRefused
          || cause instanceof FileNotFoundException) {
        return HttpServletResponse.SC_NOT_FOUND;
      }
      if (cause instanceof UnknownCaller) {
        return HttpServletResponse.SC_FORBIDDEN;
      }
      if (cause instanceof Busy) {
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      }
      if (cause instanceof ViewExpiredException) { // our views keep no state that could expire
        return HttpServletResponse.SC_BAD_REQUEST;
      }
    }
    return (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
  }

  private static boolean caused(HttpServletRequest request, Class<? extends Throwable> type) {
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  private static String encoded(String path, HttpServletRequest request) {
    Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    String asked = query == null ? request.getQueryString() : query.toString();
    return URLEncoder.encode(path + (asked == null ? "" : "?" + asked), StandardCharsets.UTF_8);
  }

  /**
   * A role's code as words: its name is in the database, which tells nobody whom it does not know.
   */
  private static String words(Object role) {
    return role.toString().replace('-', ' ');
  }

  private static boolean isOfApi(String path) {
    return path.equals("/api") || path.startsWith("/api/");
  }

  private static void problem(int status, HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(Problems.MEDIA_TYPE);
    response.getOutputStream().write(Problems.json(status).getBytes(StandardCharsets.UTF_8));
  }

  private String page(int status, HttpServletRequest request) throws IOException {
    if (request.getAttribute(FORBIDDEN_PAIR) instanceof List<?> pair) {
      request.setAttribute("pair", pair.stream().map(ErrorServlet::words).toList());
      return PAGES + "roles.xhtml";
    }
    String page = PAGES + status + ".xhtml";
    boolean exists = getServletContext().getResource(page) != null;
    return exists ? page : PAGES + "default.xhtml";
  }
}
