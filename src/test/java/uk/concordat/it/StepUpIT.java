package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.stack.DemoAccount;
import uk.concordat.stack.SecondFactor;

/** A second factor proves who somebody is, to this portal, in this session, for five minutes. */
@ExtendWith(ApiExtension.class)
class StepUpIT {
  private static final String HERE = "/access/proved.xhtml";

  /** How many seconds an access token lives, where a test shortens that. */
  private static final int SHORT = 3;

  private final Visitors visitors;
  private final StaffDirectory directory;
  private final LedgerRows ledger;

  StepUpIT(Visitors visitors, StaffDirectory directory, LedgerRows ledger) {
    this.visitors = visitors;
    this.directory = directory;
    this.ledger = ledger;
  }

  @Test
  void aPasswordAndACodeProveIt() {
    SecondFactor factor = SecondFactor.fresh();
    String username = directory.joinsWith(factor, "HERTS-POLICE", "hate-crime-officer");
    Visitor visitor = visitors.signedIn(username);
    Answer page = visitor.stepUp(HERE, DemoAccount.PASSWORD, factor.code());
    assertThat(page.body()).contains("<h1>You have proved who you are</h1>");
    assertThat(ledger.proofs(username)).isEqualTo(1);
    assertThat(visitor.get("/").status()).isEqualTo(200);
  }

  /**
   * In life five minutes and a slow phone; here seconds. Without a new token they are signed out.
   */
  @Test
  void theSessionOutlivesAStepUpThatTakesLongerThanItsAccessToken() {
    SecondFactor factor = SecondFactor.fresh();
    String username = directory.joinsWith(factor, "HERTS-POLICE", "hate-crime-officer");
    directory.withShortTokens(
        SHORT,
        () -> {
          Visitor visitor = visitors.signedIn(username);
          String callback = visitor.callback(HERE, DemoAccount.PASSWORD, factor.code());
          outlast();
          Answer proved = visitor.get(callback);
          assertThat(proved.header("Location").orElseThrow()).isEqualTo(visitors.address() + HERE);
          assertThat(ledger.proofs(username)).isEqualTo(1);
          assertThat(visitor.get(HERE).status()).isEqualTo(200);
          outlast();
          assertThat(visitor.get("/").status()).as("and the next token's end").isEqualTo(200);
        });
  }

  private static void outlast() {
    try {
      TimeUnit.SECONDS.sleep(SHORT + 2);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void aPasswordAloneDoesNot() {
    String username = directory.joins();
    int before = ledger.refusals("council-officer", "step-up-no-second-factor");
    Answer page = visitors.signedIn(username).stepUp(HERE, DemoAccount.PASSWORD, "");
    assertThat(page.body())
        .contains("<h1>You have not proved who you are</h1>")
        .contains("Your account has no second factor");
    assertThat(ledger.proofs(username)).isZero();
    assertThat(ledger.refusals("council-officer", "step-up-no-second-factor"))
        .isEqualTo(before + 1);
  }

  @Test
  void aWrongCodeDoesNot() {
    SecondFactor factor = SecondFactor.fresh();
    String username = directory.joinsWith(factor, "HERTS-POLICE", "hate-crime-officer");
    Visitor visitor = visitors.signedIn(username);
    Answer page = visitor.stepUp(HERE, DemoAccount.PASSWORD, SecondFactor.fresh().code());
    assertThat(page.body()).contains("name=\"otp\"").contains("Invalid authenticator code");
    assertThat(ledger.proofs(username)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/step-up/callback",
        "/step-up/callback?code=made-up&state=made-up",
        "/step-up/callback?error=access_denied&state=made-up"
      })
  void anAnswerThatNobodyAskedForIsRefusedAndKept(String answer) {
    Visitor visitor = visitors.signedIn(directory.joins());
    int before = ledger.refusals("council-officer", "step-up-unasked");
    Answer page = visitor.get(answer);
    assertThat(page.header("Location").orElseThrow())
        .endsWith("/access/not-proved.xhtml?why=unasked");
    assertThat(ledger.refusals("council-officer", "step-up-unasked")).isEqualTo(before + 1);
    assertThat(visitor.get("/").status()).isEqualTo(200);
  }

  @Test
  void theAnswerToAnothersAttemptIsRefused() {
    SecondFactor factor = SecondFactor.fresh();
    String username = directory.joinsWith(factor, "HERTS-POLICE", "hate-crime-officer");
    Visitor victim = visitors.signedIn(username);
    Visitor attacker = visitors.signedIn(username);
    attacker.get("/step-up?to=/");
    String callback = victim.callback(HERE, DemoAccount.PASSWORD, factor.code());
    assertThat(attacker.get(callback).header("Location").orElseThrow()).endsWith("?why=unasked");
    assertThat(ledger.proofs(username)).isZero();
  }

  @Test
  void aStrangersAnswerIsNoSignIn() {
    Answer page = visitors.stranger().get("/step-up/callback?code=made-up&state=made-up");
    assertThat(page.status()).isEqualTo(302);
    assertThat(page.header("Location").orElseThrow()).isEqualTo(visitors.address() + "/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "",
        "/x\r\nSet-Cookie: a=b"
      })
  void afterwardsNobodyIsSentElsewhere(String to) {
    SecondFactor factor = SecondFactor.fresh();
    String username = directory.joinsWith(factor, "HERTS-POLICE", "hate-crime-officer");
    Visitor visitor = visitors.signedIn(username);
    String callback = visitor.callback(to, DemoAccount.PASSWORD, factor.code());
    assertThat(visitor.get(callback).header("Location").orElseThrow())
        .isEqualTo(visitors.address() + "/");
  }
}
