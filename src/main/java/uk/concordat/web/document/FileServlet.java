package uk.concordat.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.concordat.document.Document;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.DocumentReader;
import uk.concordat.referral.DocumentService;
import uk.concordat.referral.Previews;
import uk.concordat.referral.ShownPage;

/**
 * Serves a document, {@code /file/{reference}/{id}}, always to be laid aside, and the picture of a
 * page of it, {@code /file/{reference}/{id}/{page}}. Neither does anything where it is opened.
 */
@WebServlet("/file/*")
public class FileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern ADDRESS =
      Pattern.compile("/([A-Za-z0-9-]{1,40})/([0-9a-f-]{36})(?:/([1-9][0-9]?))?");

  @Inject DocumentService documents;
  @Inject DocumentReader reader;
  @Inject Previews previews;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher address = ADDRESS.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    if (!address.matches()) {
      throw new NotFound();
    }
    UUID id = id(address.group(2));
    if (address.group(3) == null) {
      Document opened = documents.open(address.group(1), id);
      response.setHeader("Content-Disposition", opened.name().disposition());
      begin(opened.type().mediaType(), opened.size(), response);
      reader.send(opened, response.getOutputStream());
    } else {
      ShownPage page = previews.page(address.group(1), id, Integer.parseInt(address.group(3)));
      begin(page.mediaType(), page.size(), response);
      page.send(response.getOutputStream());
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      throw new NotFound();
    }
  }

  private static void begin(String type, long size, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setContentType(type);
    response.setContentLengthLong(size);
  }
}
