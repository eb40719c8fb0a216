package uk.concordat.it;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** Holds every exchange against the description; what it does not describe does not pass. */
final class Conformance {
  private final Description description;
  private final OpenApiInteractionValidator validator;

  Conformance(Description description) {
    this.description = description;
    validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(description.text()).build();
  }

  /** A request that was taken must be as described; an answer must be, always. */
  void check(HttpRequest request, String body, Answer answer) {
    if (request.method().equals("HEAD")) {
      return; // it has no body to be held against anything
    }
    boolean described = described(request, answer);
    String path = described ? request.uri().getPath() : "/api/me";
    Request.Method method = Request.Method.valueOf(described ? request.method() : "GET");
    ValidationReport report = validator.validateResponse(path, method, response(answer));
    if (answer.status() < 400) {
      report = report.merge(validator.validateRequest(request(request, body)));
    }
    if (report.hasErrors()) {
      throw new AssertionError(
          request.method()
              + " "
              + request.uri()
              + " → "
              + answer.status()
              + "\n"
              + answer.body()
              + "\n"
              + SimpleValidationReportFormat.getInstance().apply(report));
    }
  }

  /** Paths and methods that are not there answer as any operation may. */
  private boolean described(HttpRequest request, Answer answer) {
    return answer.status() != 405
        && description.describes(request.method(), request.uri().getPath());
  }

  private static Request request(HttpRequest request, String body) {
    var copy = new SimpleRequest.Builder(request.method(), request.uri().getPath());
    request.headers().map().forEach(copy::withHeader);
    query(request.uri(), copy);
    return body == null ? copy.build() : copy.withBody(body).build();
  }

  private static void query(URI uri, SimpleRequest.Builder copy) {
    if (uri.getRawQuery() != null) {
      for (String parameter : uri.getRawQuery().split("&")) {
        String[] pair = parameter.split("=", 2);
        copy.withQueryParam(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
      }
    }
  }

  private static SimpleResponse response(Answer answer) {
    var copy = SimpleResponse.Builder.status(answer.status());
    answer.headers().map().forEach((name, values) -> copy.withHeader(name, values));
    return copy.withBody(answer.body()).build();
  }
}
