package uk.concordat.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every operation that OpenAPI describes and every page that lies in the sources: what is added is
 * tested.
 */
public final class EveryDoor {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  /** What follows the page of an address that names nothing. */
  static final String BARE = " as it is";

  private static final Path PAGES = Path.of("src/main/webapp");

  private final Description description;
  private final List<Operation> operations;
  private final Map<Operation, Pattern> shapes;

  EveryDoor(Description description) {
    this.description = description;
    this.operations = described();
    this.shapes =
        operations.stream().collect(Collectors.toMap(Function.identity(), EveryDoor::shape));
  }

  /**
   * One operation.
   *
   * @param path with its parameters in braces
   * @param body the example of what it takes; null where it takes nothing
   */
  record Operation(String method, String path, String body) {
    /** Its address with these values in the place of its parameters. */
    String address(Map<String, String> values) {
      Matcher parameter = PARAMETER.matcher(path);
      return parameter.replaceAll(
          found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "unknown")));
    }

    boolean has(String parameter) {
      return path.contains("{" + parameter + "}");
    }

    List<String> parameters() {
      return PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static Pattern shape(Operation operation) {
    return Pattern.compile(PARAMETER.matcher(operation.path()).replaceAll("[^/]+"));
  }

  /** All operations. */
  List<Operation> operations() {
    return operations;
  }

  private List<Operation> described() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.tree().get("paths").properties()) {
      for (String method : List.of("get", "post", "put", "patch", "delete")) {
        if (path.getValue().has(method)) {
          operations.add(
              new Operation(
                  method.toUpperCase(Locale.ROOT),
                  path.getKey(),
                  description.body(method, path.getKey())));
        }
      }
    }
    return operations;
  }

  /** What can be read, once for each of the values of each parameter. */
  List<String> readable(Map<String, List<String>> values) {
    return operations().stream()
        .filter(operation -> operation.method().equals("GET"))
        .flatMap(operation -> expanded(operation.path(), values))
        .toList();
  }

  private static Stream<String> expanded(String path, Map<String, List<String>> values) {
    Matcher parameter = PARAMETER.matcher(path);
    if (!parameter.find()) {
      return Stream.of(path);
    }
    return values.getOrDefault(parameter.group(1), List.of("unknown")).stream()
        .flatMap(value -> expanded(path.replace(parameter.group(), value), values));
  }

  /** The page of an address, and whether it names something to show. */
  public static String page(URI address) {
    return address.getQuery() == null ? bare(address) : path(address);
  }

  /** The page of an address that names nothing. */
  static String bare(URI address) {
    return path(address) + BARE;
  }

  private static String path(URI address) {
    return address.getPath().isEmpty() || address.getPath().equals("/")
        ? "/index.xhtml"
        : address.getPath();
  }

  /** The operation of an address as the description has it; empty where it is none. */
  Optional<String> operation(String method, URI address) {
    return operations.stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> shapes.get(operation).matcher(address.getPath()).matches())
        .min(Comparator.comparing(operation -> operation.parameters().size()))
        .map(Operation::toString);
  }

  /** The addresses of all pages that need somebody to be signed in, and of the few that do not. */
  static List<String> pages() {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files
          .map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
          .filter(page -> page.endsWith(".xhtml") && !page.startsWith("/WEB-INF/"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
