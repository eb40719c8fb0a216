package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.document.SampleFiles;

/** The portal's door to files: who passes, what the ledger knows of it, and how they are served. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileDoorIT {
  private final Api api;
  private final Visitors visitors;
  private final LedgerRows ledger;
  private String reference;
  private String file;

  FileDoorIT(Api api, Visitors visitors, LedgerRows ledger) {
    this.api = api;
    this.visitors = visitors;
    this.ledger = ledger;
  }

  @BeforeAll
  void attaches() {
    var referrals = new Referrals(api);
    reference = referrals.draft().reference();
    Answer attached =
        api.upload("council.officer", reference, "D5", "letter.pdf", SampleFiles.pdf());
    file = "/file/" + reference + "/" + attached.text("/id");
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"council2.officer", "btp.hco", "cps.prosecutor", "police.governance"})
  void whoeverDoesNotSeeItFindsNothingAndTheRefusalIsWritten(String user) {
    Visitor visitor = visitors.signedIn(user);
    for (String path : List.of(file, file + "/1")) {
      int before = refusals(user);
      Answer refused = visitor.get(path);
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.header("Content-Disposition")).isEmpty();
      assertThat(refusals(user)).isGreaterThan(before);
    }
  }

  private int refusals(String user) {
    return ledger.refused(user).size();
  }

  @Test
  void aStrangerSignsInFirst() {
    assertThat(visitors.stranger().get(file).status()).isEqualTo(302);
  }

  @Test
  void takingAndLookingAreEachInTheLedger() {
    Visitor visitor = visitors.signedIn("police.hco");
    for (String path : List.of(file, file + "/1")) {
      int before = ledger.classes(reference).size();
      assertThat(visitor.get(path).status()).isEqualTo(200);
      assertThat(ledger.classes(reference).subList(before, before + 1))
          .containsExactly("CONSULT D1,D5");
    }
  }

  @Test
  void aPageThatCannotBeShownIsNoRefusalOfItsReader() {
    Visitor visitor = visitors.signedIn("police.hco");
    int before = ledger.refusals(reference).size();
    assertThat(visitor.get(file + "/19").status()).isEqualTo(404);
    assertThat(ledger.refusals(reference)).hasSize(before);
  }

  @Test
  void nothingOpensInPlace() {
    Visitor visitor = visitors.signedIn("police.hco");
    Answer taken = visitor.get(file);
    assertThat(taken.header("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"letter.pdf\"");
    assertThat(taken.header("Content-Type").orElseThrow()).startsWith("application/pdf");
    served(taken);
    Answer page = visitor.get(file + "/1");
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("image/png");
    served(page);
  }

  private static void served(Answer answer) {
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .anyMatch(policy -> policy.contains("default-src 'none'; sandbox"));
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("same-origin");
  }

  @Test
  void noOtherAddressIsThere() {
    Visitor visitor = visitors.signedIn("police.hco");
    String other = "/file/" + reference + "/";
    for (String path :
        List.of("/file", "/file/", other, other + UUID.randomUUID(), other + "x", file + "/0")) {
      assertThat(visitor.get(path).status()).as(path).isEqualTo(404);
    }
  }
}
