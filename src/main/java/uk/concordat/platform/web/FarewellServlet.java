package uk.concordat.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Short addresses for the two pages that people see without being signed in. */
@WebServlet({"/expired", "/signed-out"})
public class FarewellServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request
        .getRequestDispatcher(ErrorServlet.PAGES + request.getServletPath().substring(1) + ".xhtml")
        .forward(request, response);
  }
}
