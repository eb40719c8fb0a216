package uk.concordat.document.workshop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a Word document that is XML, read as XML: prefixes, quotes and encodings hide nothing.
 */
record XmlPart(byte[] bytes) {
  private static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE");

  /** An element by its name without its prefix, and its attributes that have none. */
  record Element(String name, Map<String, String> attributes) {
    /** The value of an attribute; empty where it has none of that name. */
    String value(String attribute) {
      return attributes.getOrDefault(attribute, "").strip();
    }
  }

  /**
   * Its elements in their order.
   *
   * @throws IOException where it is not XML, or declares what it means
   */
  List<Element> elements() throws IOException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<Element> elements = new ArrayList<>();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      known(reader.getEncoding());
      known(reader.getCharacterEncodingScheme());
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new IOException("a part declares what it means");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          elements.add(new Element(reader.getLocalName(), attributes(reader)));
        }
      }
    } catch (XMLStreamException broken) {
      throw new IOException(broken);
    }
    return elements;
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String space = reader.getAttributeNamespace(i);
      if (space == null || space.isEmpty()) {
        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
    }
    return attributes;
  }

  private static void known(String encoding) throws IOException {
    if (encoding != null && !ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
      throw new IOException("an encoding that Word does not read");
    }
  }
}
