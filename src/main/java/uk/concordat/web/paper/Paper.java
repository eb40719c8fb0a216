package uk.concordat.web.paper;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A paper as it is composed: headings, lines with a label, and words of people. Every text becomes
 * a node of its own, so that nothing in it is ever markup. Characters that XML cannot hold are left
 * out.
 */
public final class Paper {
  /** Characters of a line that is kept on one sheet. */
  private static final int SHORT = 1500;

  private static final String INVISIBLE =
      "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

  private final Document document;
  private final Element body;
  private Element lines;

  /**
   * Begins one.
   *
   * @param title its name, which a reader's program shows; no personal data
   * @param marking how it must be handled, at the top of each page
   * @param origin who took it out, from where and when, at the foot of each page
   */
  public Paper(String title, String marking, String origin) {
    document = empty();
    Element html = document.createElement("html");
    html.setAttribute("lang", "en");
    document.appendChild(html);
    Element head = add(html, "head", null);
    add(head, "title", title);
    Element about = add(head, "meta", null);
    about.setAttribute("name", "description");
    about.setAttribute("content", title);
    add(head, "style", PaperPdf.style());
    body = add(html, "body", null);
    margin("marking", marking);
    margin("origin", origin);
    margin("number", "");
    add(body, "h1", title);
  }

  private static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void margin(String name, String text) {
    add(body, "div", text).setAttribute("class", name);
  }

  /** A new part. */
  public Paper part(String heading) {
    add(body, "h2", heading);
    lines = null;
    return this;
  }

  /** A smaller heading within a part. */
  public Paper item(String heading) {
    add(body, "h3", heading);
    lines = null;
    return this;
  }

  /** A line with a label; none where there is no text. */
  public Paper line(String label, String text) {
    if (text == null || text.isBlank()) {
      return this;
    }
    if (lines == null) {
      lines = add(body, "table", null);
    }
    Element line = add(lines, "tr", null);
    if (text.length() > SHORT) {
      line.setAttribute("class", "long");
    }
    add(line, "th", label).setAttribute("scope", "row");
    words(add(line, "td", null), text);
    return this;
  }

  /** A sentence of ours. */
  public Paper say(String sentence) {
    add(body, "p", sentence);
    lines = null;
    return this;
  }

  /** As it was typed, line by line. */
  private void words(Element to, String text) {
    text.lines().forEach(line -> add(to, "p", line).setAttribute("dir", "auto"));
  }

  private Element add(Element to, String name, String text) {
    Element element = document.createElement(name);
    if (text != null) {
      element.setTextContent(text.replaceAll(INVISIBLE, ""));
    }
    to.appendChild(element);
    return element;
  }

  /** The whole. */
  Document document() {
    return document;
  }
}
