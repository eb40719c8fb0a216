package uk.concordat.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.concordat.agreement.AgreementMove;
import uk.concordat.it.Description;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.Reviewer;
import uk.concordat.referral.Move;
import uk.concordat.referral.TimelineKind;

/** The description and the resources say the same. */
class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private final Description description = new Description();

  @Test
  void describesExactlyTheResources() {
    assertThat(described()).isEqualTo(built());
  }

  @Test
  void itsExampleIsReadAsItStands() {
    String example = description.example().toString();
    assertThatCode(() -> ContentReader.read(ContentReaderTest.json(example)))
        .doesNotThrowAnyException();
  }

  @Test
  void listsEveryKindOfThingInATimeline() {
    JsonNode kinds =
        description.tree().at("/components/schemas/TimelineEntry/properties/kind/enum");
    assertThat(kinds)
        .map(JsonNode::asText)
        .containsExactlyElementsOf(Arrays.stream(TimelineKind.values()).map(Enum::name).toList());
  }

  @Test
  void namesEveryMoveThatCouldBeMadeInstead() {
    Set<String> elsewhere = Set.of("time-out", "cancel", "reinstate"); // no answer offers them
    Set<String> codes =
        Stream.of(
                Arrays.stream(Move.values())
                    .map(Move::code)
                    .filter(code -> !elsewhere.contains(code)),
                Arrays.stream(ReviewMove.values())
                    .filter(move -> move.reviewer() != Reviewer.REVIEW) // made where that right is
                    .map(ReviewMove::code),
                Arrays.stream(uk.concordat.victim.ReviewMove.values())
                    .map(uk.concordat.victim.ReviewMove::code),
                Arrays.stream(AgreementMove.values()).map(AgreementMove::code))
            .flatMap(each -> each)
            .collect(Collectors.toSet());
    assertThat(description.tree().at("/components/schemas/Problem/properties/possible/items/enum"))
        .map(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void everyOperationDescribesWhatCanHappenToAny() {
    for (JsonNode path : description.tree().get("paths")) {
      path.properties().stream()
          .filter(operation -> METHODS.contains(operation.getKey()))
          .map(operation -> operation.getValue().get("responses"))
          .forEach(
              responses ->
                  assertThat(responses.fieldNames())
                      .toIterable()
                      .contains("401", "406", "500", "default"));
    }
  }

  private Set<String> described() {
    return description.tree().get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(operation -> operation.getKey())
                    .filter(METHODS::contains)
                    .map(method -> method + " " + path.getKey()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> built() {
    String root = ApiApplication.class.getAnnotation(ApplicationPath.class).value();
    return new ApiApplication()
        .getClasses().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(
                type ->
                    Arrays.stream(type.getMethods())
                        .flatMap(method -> operation(root, type, method)))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> operation(String root, Class<?> type, Method method) {
    String path = root + type.getAnnotation(Path.class).value();
    Path below = method.getAnnotation(Path.class);
    String whole = below == null ? path : path + "/" + below.value();
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class))
        .map(annotation -> annotation.getAnnotation(HttpMethod.class).value().toLowerCase())
        .map(verb -> verb + " " + whole);
  }
}
