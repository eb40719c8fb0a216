package uk.concordat.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Hides the answer to a step-up from the sign-in mechanism, which takes any request with a code and
 * a state for its own callback.
 */
class WithoutCode extends HttpServletRequestWrapper {
  WithoutCode(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getParameter(String name) {
    return name.equals("code") || name.equals("state") || name.equals("error")
        ? null
        : super.getParameter(name);
  }
}
