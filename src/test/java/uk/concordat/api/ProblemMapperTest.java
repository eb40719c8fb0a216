package uk.concordat.api;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.api.ContentReaderTest.json;

import jakarta.json.JsonObject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.access.Action;
import uk.concordat.access.Refused;
import uk.concordat.caller.UnknownCaller;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;

class ProblemMapperTest {

  @Test
  void inputHasFieldsAndCodes() {
    Response response =
        mapped(
            new InvalidInput(
                List.of(new FieldError("to", "unknown"), new FieldError("person.name", "x"))));
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getMediaType()).hasToString("application/problem+json");
    assertThat(body(response))
        .isEqualTo(
            json(
                "{'type':'urn:concordat:problem:invalid-input',"
                    + "'title':'Some of the input cannot be used','status':400,"
                    + "'code':'invalid-input','errors':[{'field':'to','code':'unknown'},"
                    + "{'field':'person.name','code':'x'}]}"));
  }

  @Test
  void eachRefusalHasItsStatusAndCode() {
    is(mapped(new InvalidInput("Idempotency-Key", "reused")), 422, "idempotency-key-reused");
    is(mapped(new MalformedJson()), 400, "malformed-json");
    is(mapped(new NotFound()), 404, "not-found");
    is(mapped(new Refused(Action.REFERRAL_DECIDE)), 403, "action-not-allowed");
    is(mapped(new StaleVersion()), 412, "stale");
    is(mapped(new OptimisticLockException("row 5")), 412, "stale");
    is(
        mapped(
            new TransactionalException(
                "x", new RollbackException("y", new OptimisticLockException()))),
        412,
        "stale");
    is(mapped(new MissingPrecondition()), 428, "precondition-required");
    is(mapped(new NotSupportedException()), 415, "unsupported-media-type");
  }

  @Test
  void aTokenThatIsNotOursIsSaidSo() {
    Response response = mapped(new UnknownCaller());
    is(response, 401, "invalid-token");
    assertThat(response.getHeaderString("WWW-Authenticate"))
        .isEqualTo("Bearer error=\"invalid_token\"");
  }

  @Test
  void aWrongMethodNamesTheRightOnes() {
    Response response = mapped(new NotAllowedException("GET", new String[] {"POST"}));
    is(response, 405, "method-not-allowed");
    assertThat(response.getHeaderString("Allow")).contains("GET").contains("POST");
  }

  @Test
  void whatNobodyExpectedTellsOnlyAnIncidentNumber() {
    Response response = mapped(new IllegalStateException("Samira Rahman, 07700 900142"));
    is(response, 500, "internal");
    assertThat(response.getEntity().toString()).doesNotContain("Samira").doesNotContain("Illegal");
    assertThat(body(response).getString("incident")).hasSize(36);
  }

  @Test
  void everyMissingRecordLooksTheSame() {
    assertThat(mapped(new NotFound()).getEntity())
        .isEqualTo(mapped(new RuntimeException(new NotFound())).getEntity());
  }

  @Test
  void rendersForTheContainer() {
    assertThat(json(Problems.json(401, "No", "invalid-token")))
        .isEqualTo(
            json(
                "{'type':'urn:concordat:problem:invalid-token','title':'No','status':401,"
                    + "'code':'invalid-token'}"));
    assertThat(json(Problems.json(418)).getString("code")).isEqualTo("bad-request");
    assertThat(json(Problems.json(502)).getString("code")).isEqualTo("internal");
  }

  private static void is(Response response, int status, String code) {
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(body(response).getInt("status")).isEqualTo(status);
    assertThat(body(response).getString("code")).isEqualTo(code);
  }

  private static Response mapped(Throwable thrown) {
    return new ProblemMapper().toResponse(thrown);
  }

  private static JsonObject body(Response response) {
    return json(response.getEntity().toString());
  }
}
