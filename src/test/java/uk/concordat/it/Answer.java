package uk.concordat.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What the API answered.
 *
 * @param json the body; a missing node where it is not JSON
 */
public record Answer(int status, HttpHeaders headers, String body, JsonNode json) {

  /** The entity tag, with its quotation marks. */
  public String etag() {
    return header("ETag").orElseThrow();
  }

  /** The reference of the referral in the body. */
  public String reference() {
    return text("/reference");
  }

  /** A text in the body by its JSON pointer; empty where there is none. */
  public String text(String pointer) {
    return json.at(pointer).asText();
  }

  /** The code of the problem. */
  public String code() {
    return text("/code");
  }

  /** What is wrong, as {@code field:code}. */
  public List<String> errors() {
    return StreamSupport.stream(json.path("errors").spliterator(), false)
        .map(error -> error.get("field").asText() + ":" + error.get("code").asText())
        .toList();
  }

  /** The texts of an array in the body. */
  public List<String> texts(String pointer) {
    return StreamSupport.stream(json.at(pointer).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** The data classes of a referral that are not shown in full, as {@code class:level}. */
  public List<String> withheld() {
    return StreamSupport.stream(json.path("withheld").spliterator(), false)
        .map(each -> each.get("dataClass").asText() + ":" + each.get("level").asText())
        .toList();
  }

  /** One field of each item of a list. */
  public List<String> items(String field) {
    return StreamSupport.stream(json.path("items").spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  /** Where a link of this relation leads. */
  public Optional<String> link(String relation) {
    Pattern shape = Pattern.compile("<([^>]*)>; *rel=\"" + relation + "\"");
    return headers.allValues("Link").stream()
        .map(shape::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }
}
