package uk.concordat.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The OpenAPI file, as it lies in the sources. */
public final class Description {
  private final byte[] bytes;
  private final JsonNode tree;

  /** Reads the file. */
  public Description() {
    try (InputStream file = Description.class.getResourceAsStream("/openapi/concordat.yaml")) {
      bytes = file.readAllBytes();
      tree = new ObjectMapper(new YAMLFactory()).readTree(bytes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The file, byte for byte. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The file as text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The file as a tree. */
  public JsonNode tree() {
    return tree;
  }

  /** Whether the file has this operation on a path that fits. */
  public boolean describes(String method, String path) {
    return tree.get("paths").properties().stream()
        .filter(item -> path.matches(item.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
        .anyMatch(item -> item.getValue().has(method.toLowerCase(Locale.ROOT)));
  }

  /** The first example of what an operation takes; null where it takes nothing. */
  public String body(String method, String path) {
    JsonNode example = bodyExample(method, path);
    return example == null ? null : example.toString();
  }

  /** The same as it is sent: a text without quotes. */
  String sent(String method, String path) {
    JsonNode example = bodyExample(method, path);
    return example == null || !example.isTextual() ? body(method, path) : example.asText();
  }

  private JsonNode bodyExample(String method, String path) {
    JsonNode content = tree.get("paths").get(path).get(method).at("/requestBody/content");
    if (content.isMissingNode()) {
      return null;
    }
    JsonNode first = content.elements().next();
    return first.has("example")
        ? first.get("example")
        : first.get("examples").elements().next().get("value");
  }

  /** What kind of body an operation takes; JSON where it takes none. */
  String mediaType(String method, String path) {
    JsonNode content = tree.get("paths").get(path).get(method).at("/requestBody/content");
    return content.isMissingNode() ? "application/json" : content.fieldNames().next();
  }

  /** A copy of the example of {@code POST /api/referrals}: complete, and ready to be submitted. */
  public ObjectNode example() {
    return tree.at("/paths/~1api~1referrals/post/requestBody/content/application~1json/example")
        .deepCopy();
  }
}
