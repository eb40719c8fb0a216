package uk.concordat.api;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import uk.concordat.access.Refused;
import uk.concordat.access.StepUp;
import uk.concordat.access.StepUpNeeded;
import uk.concordat.agreement.AgreementMove;
import uk.concordat.agreement.ImpossibleAgreementMove;
import uk.concordat.agreement.OpenProposal;
import uk.concordat.caller.UnknownCaller;
import uk.concordat.document.Busy;
import uk.concordat.document.ScannerAway;
import uk.concordat.document.TooSlow;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.oversight.DisposalPending;
import uk.concordat.oversight.DisposalRefused;
import uk.concordat.prosecution.ImpossibleReview;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.ImpossibleMove;
import uk.concordat.referral.Move;
import uk.concordat.referral.NotCovered;
import uk.concordat.referral.OverrideNeeded;
import uk.concordat.victim.ImpossibleReviewMove;

/** Turns whatever was thrown into a problem; what nobody expected becomes an incident number. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  /** The challenge of RFC 9470. */
  private static final String STEP_UP =
      "Bearer error=\"insufficient_user_authentication\", acr_values=\"%s\", max_age=%d"
          .formatted(StepUp.LEVEL, StepUp.LASTS.toSeconds());

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

  @Override
  public Response toResponse(Throwable thrown) {
    // A transaction that fails at its end wraps the cause, sometimes twice.
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(10)
        .map(ProblemMapper::known)
        .filter(response -> response != null)
        .findFirst()
        .orElseGet(() -> unknown(thrown));
  }

  private static Response known(Throwable thrown) {
    if (thrown instanceof WebApplicationException answered) {
      return answered(answered.getResponse());
    }
    if (thrown instanceof UnknownCaller) {
      return Problems.of(401)
          .response()
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
          .build();
    }
    if (thrown instanceof StepUpNeeded) {
      return Problem.of(401, "Prove again who you are", "insufficient-user-authentication")
          .response()
          .header(HttpHeaders.WWW_AUTHENTICATE, STEP_UP)
          .build();
    }
    if (thrown instanceof TooSlow) {
      return Problem.of(408, "The file was sent too slowly", "too-slow")
          .with("file", "too-slow")
          .response()
          .header("Connection", "close") // the rest of it is not waited for
          .build();
    }
    Problem problem = problem(thrown);
    return problem == null ? null : problem.response().build();
  }

  private static Problem problem(Throwable thrown) {
    if (thrown instanceof InvalidInput invalid) {
      return invalid(invalid);
    }
    if (thrown instanceof MalformedJson) {
      return Problem.of(400, "The body is not JSON", "malformed-json")
          .with("body", "malformed-json");
    }
    if (thrown instanceof NotFound) {
      return Problems.of(404);
    }
    if (thrown instanceof Refused) {
      return Problems.of(403);
    }
    if (thrown instanceof StaleVersion || thrown instanceof OptimisticLockException) {
      return Problems.of(412).with(HttpHeaders.IF_MATCH, "stale");
    }
    if (thrown instanceof MissingPrecondition) {
      return Problems.of(428).with(HttpHeaders.IF_MATCH, "required");
    }
    if (thrown instanceof ScannerAway) {
      return Problem.of(503, "The file cannot be checked for viruses now", "cannot-be-checked")
          .with("file", "cannot-be-checked");
    }
    if (thrown instanceof Busy) {
      return Problem.of(503, "Too many files are worked on; try again in a moment", "busy")
          .with("file", "busy");
    }
    return conflict(thrown);
  }

  private static Problem conflict(Throwable thrown) {
    if (thrown instanceof ImpossibleMove impossible) {
      return Problem.of(409, "This cannot be done as things stand", "impossible-move")
          .possible(impossible.possible().stream().map(Move::code).toList());
    }
    if (thrown instanceof ImpossibleReview impossible) {
      return Problem.of(409, "This cannot be done as things stand", "impossible-move")
          .possible(impossible.possible().stream().map(ReviewMove::code).toList());
    }
    if (thrown instanceof ImpossibleReviewMove impossible) {
      return Problem.of(409, "This cannot be done as things stand", "impossible-move")
          .possible(
              impossible.possible().stream().map(uk.concordat.victim.ReviewMove::code).toList());
    }
    if (thrown instanceof ImpossibleAgreementMove impossible) {
      return Problem.of(409, "This cannot be done as things stand", "impossible-move")
          .possible(impossible.possible().stream().map(AgreementMove::code).toList());
    }
    if (thrown instanceof OpenProposal) {
      return Problem.of(409, "A version of it waits for a signature already", "open-proposal")
          .with("code", "open-proposal");
    }
    if (thrown instanceof NotCovered uncovered) {
      return Problem.of(409, "No sharing agreement in force covers this", uncovered.code())
          .with(uncovered.missing());
    }
    if (thrown instanceof OverrideNeeded unanswered) {
      return Problem.of(409, "Somebody who may has to answer for sharing this", unanswered.code())
          .with(unanswered.who());
    }
    if (thrown instanceof GuardRefused guard) {
      return Problem.of(409, "Somebody else must do this", guard.code());
    }
    if (thrown instanceof DisposalPending) {
      return Problem.of(409, "A disposal is being signed; try again in a moment", "not-sequenced");
    }
    if (thrown instanceof DisposalRefused kept) {
      return Problem.of(409, "This month is not disposed of", kept.code());
    }
    return null;
  }

  private static Problem invalid(InvalidInput invalid) {
    boolean reused =
        invalid.errors().stream()
            .anyMatch(
                error -> error.field().equals("Idempotency-Key") && error.code().equals("reused"));
    return (reused
            ? Problem.of(422, "The key stands for another request", "idempotency-key-reused")
            : Problem.of(400, "Some of the input cannot be used", "invalid-input"))
        .with(invalid.errors());
  }

  private static Response answered(Response answer) {
    int status = answer.getStatus();
    if (status < 400) {
      return answer;
    }
    var response = Problems.of(status).response();
    if (answer.getHeaderString(HttpHeaders.ALLOW) != null) {
      response.header(HttpHeaders.ALLOW, answer.getHeaderString(HttpHeaders.ALLOW));
    }
    return response.build();
  }

  private static Response unknown(Throwable thrown) {
    String incident = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, thrown, () -> "incident " + incident);
    return Problems.of(500).incident(incident).response().build();
  }
}
