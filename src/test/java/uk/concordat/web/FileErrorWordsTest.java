package uk.concordat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.concordat.kernel.FieldError;

/**
 * Whatever is found wrong with a file or a review can be said in words, also of a field whose name
 * depends on the file, such as {@code charges.3}.
 */
class FileErrorWordsTest {
  private static final Path ROOMS = Path.of("src/main/java/uk/concordat");
  private static final Pattern FOUND =
      Pattern.compile("(?:\\.add\\(|new InvalidInput\\(|new FieldError\\()([^;]*?)\\)+;");
  private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"\\s*$");

  @Test
  void everyCodeHasWords() {
    Set<String> codes = codes();
    assertThat(codes)
        .contains("consent-needed", "has-alternative", "nobody-guilty", "required", "said-already");
    assertThat(codes)
        .allSatisfy(
            code ->
                assertThatCode(() -> ErrorsBean.words(new FieldError("any", code)))
                    .doesNotThrowAnyException());
  }

  private static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files =
        Stream.concat(
            Files.list(ROOMS.resolve("prosecution")), Files.list(ROOMS.resolve("court")))) {
      files.forEach(
          file ->
              FOUND
                  .matcher(read(file))
                  .results()
                  .forEach(
                      found -> {
                        Matcher code = CODE.matcher(found.group(1));
                        if (code.find()) {
                          codes.add(code.group(1));
                        }
                      }));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return codes;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
