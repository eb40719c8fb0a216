package uk.concordat.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Puts the security headers on every answer, errors too. */
public class SecurityHeaders extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient Headers headers;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    headers.apply(request, response);
    chain.doFilter(request, response);
  }
}
