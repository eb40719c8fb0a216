package uk.concordat.platform.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Serves the description of the API as it was written, byte for byte. */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream file = OpenApiServlet.class.getResourceAsStream("/openapi/concordat.yaml")) {
      response.setContentType("application/yaml");
      file.transferTo(response.getOutputStream());
    }
  }
}
