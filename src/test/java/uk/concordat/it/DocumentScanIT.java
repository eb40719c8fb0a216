package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.document.SampleFiles;
import uk.concordat.stack.Clamd;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** Where ClamAV is set up, nothing is kept that it did not look at. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class DocumentScanIT {
  private static final String USER = "council.officer";

  private final Api api;
  private final DatabaseOwner owner;
  private final Stack stack;

  DocumentScanIT(Api api, DatabaseOwner owner, Stack stack) {
    this.api = api;
    this.owner = owner;
    this.stack = stack;
  }

  @Test
  void aVirusIsRefusedAndLoggedAndNothingIsKeptWhileTheScannerIsAway() {
    String reference = new Referrals(api).draft().reference();
    assertThat(upload(reference, SampleFiles.eicar()).text("/scan"))
        .as("not scanned, and said")
        .isEqualTo("NOT_SCANNED");
    try {
      try (Clamd clamd = Clamd.start()) {
        stack.restartPortal(
            Map.of(
                "CONCORDAT_CLAMAV_HOST",
                "127.0.0.1",
                "CONCORDAT_CLAMAV_PORT",
                Integer.toString(clamd.port())));
        Answer infected = upload(reference, SampleFiles.eicar());
        assertThat(infected.status()).isEqualTo(400);
        assertThat(infected.text("/errors/0/code")).isEqualTo("infected");
        assertThat(
                owner.count(
                    "security_event where kind = 'DOCUMENT_INFECTED' and detail like 'Concordat.Eicar%'"))
            .isOne();
        Answer clean = upload(reference, SampleFiles.text("Nothing bad."));
        assertThat(clean.text("/scan")).isEqualTo("CLEAN");
      }
      Answer away = upload(reference, SampleFiles.text("Nothing bad either."));
      assertThat(away.status()).isEqualTo(503);
      assertThat(away.text("/code")).isEqualTo("cannot-be-checked");
      assertThat(api.get(USER, "/api/referrals/" + reference + "/documents").items("scan"))
          .containsExactly("NOT_SCANNED", "CLEAN");
    } finally {
      stack.restartPortal(Map.of("CONCORDAT_CLAMAV_HOST", ""));
    }
  }

  private Answer upload(String reference, byte[] file) {
    return api.upload(USER, reference, "D5", "note.txt", file);
  }
}
