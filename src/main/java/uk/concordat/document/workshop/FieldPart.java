package uk.concordat.document.workshop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a Word document in which there may be fields, gone through once: a part is known by
 * what it holds, since its name and type may say anything.
 */
record FieldPart(byte[] bytes) {

  /** Whether it is XML: it begins with an angle, in any encoding that Word reads. */
  boolean isXml() {
    for (byte each : bytes) {
      if (each == '<') {
        return true;
      }
      boolean mark = each == (byte) 0xef || each == (byte) 0xbb || each == (byte) 0xbf;
      if (!mark && each != (byte) 0xfe && each != (byte) 0xff && each != 0 && (each & 0xff) > ' ') {
        return false;
      }
    }
    return false;
  }

  /**
   * @throws uk.concordat.kernel.InvalidInput {@code macros} where a field starts or fetches
   *     something
   * @throws IOException where it is not XML
   */
  void check() throws IOException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var codes = new FieldCodes();
    boolean instruction = false;
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            instruction = isInstruction(reader);
            started(reader, codes);
          }
          case XMLStreamConstants.END_ELEMENT -> instruction = false;
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (instruction) {
              codes.add(reader.getText());
            }
          }
          default -> {
            // nothing of a field
          }
        }
      }
    } catch (XMLStreamException broken) {
      throw new IOException(broken);
    }
    codes.end();
  }

  private static boolean isInstruction(XMLStreamReader reader) {
    return reader.getLocalName().toLowerCase(Locale.ROOT).endsWith("instrtext");
  }

  private static void started(XMLStreamReader reader, FieldCodes codes) {
    if (reader.getLocalName().equals("fldChar")) {
      switch (value(reader, "fldCharType")) {
        case "begin" -> codes.begin();
        case "end" -> codes.close();
        default -> {
          // between what it does and what came of it
        }
      }
    } else if (reader.getLocalName().equals("fldSimple")) {
      codes.begin();
      codes.add(value(reader, "instr"));
      codes.close();
    }
  }

  private static String value(XMLStreamReader reader, String attribute) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(attribute)) {
        return reader.getAttributeValue(i).strip();
      }
    }
    return "";
  }
}
