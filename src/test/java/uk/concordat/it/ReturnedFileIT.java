package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is changed in a file that prosecutors have had already. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnedFileIT {
  private static final String BACK =
      "{\"move\":\"send-back\",\"asked\":[{\"words\":\"Who heard it?\"}]}";

  private final Api api;
  private final LedgerRows ledger;
  private final CaseFiles files;

  ReturnedFileIT(Api api, LedgerRows ledger) {
    this.api = api;
    this.ledger = ledger;
    files = new CaseFiles(api);
    List.of("cps.prosecutor", "cps.prosecutor2").forEach(api::subject);
  }

  @Test
  void howSomebodyIsToldSafelyIsCorrectedAlsoWhileProsecutorsHaveTheFile() {
    String reference = files.complete();
    String written = "{\"name\":\"Uma Quill\",\"died\":false,\"safeContact\":\"%s\"}";
    Answer added =
        CaseFiles.made(files.post("police.hco", reference, "/victims", written.formatted(" ")));
    String victim = "/victims/" + added.text("/file/victims/0/id");
    assertThat(added.text("/file/victims/0/safeContact"))
        .as("what is blank was not said")
        .isEmpty();
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    List<String> before = ledger.operations(reference);

    String letter = written.formatted("By letter to her sister.");
    assertThat(files.put("cps.prosecutor", reference, victim, letter).status()).isEqualTo(403);
    assertThat(files.put("btp.hco", reference, victim, letter).status()).isEqualTo(404);
    CaseFiles.made(files.put("police.hco", reference, victim, letter));
    assertThat(files.read("cps.prosecutor", reference).text("/file/victims/0/safeContact"))
        .isEqualTo("By letter to her sister.");
    List<String> after = ledger.operations(reference);
    assertThat(after.subList(before.size(), after.size()))
        .contains(
            "ALTER file.prepare hate-crime-officer", "DISCLOSE file.prepare hate-crime-officer");
    assertThat(
            files.put("police.hco", reference, victim, letter.replace("Uma Quill", " ")).errors())
        .containsExactly("name:required");
  }

  @Test
  void whoeverWasAddedIsSubmittedAlsoWhenNothingElseIsBackWithThePolice() {
    String reference = files.complete();
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    files.taken(reference, "cps.prosecutor");
    files.moved("cps.prosecutor", reference, BACK);
    files.defendant(reference, "Wen Lovatt");
    files.charged(reference, 1, "ZZ26004", "", null);
    String first = files.read("cps.prosecutor", reference).text("/file/defendants/0/id");
    CaseFiles.made(
        files.post(
            "cps.prosecutor",
            reference,
            "/decisions",
            "{\"defendant\":\"%s\",\"decision\":\"ADMIN_FINALISED\",\"told\":\"He has died.\"}"
                .formatted(first)));
    assertThat(files.read("cps.prosecutor", reference).json().at("/file/defendants").size())
        .as("prosecutors do not know of whoever was added")
        .isEqualTo(1);
    String charge = files.read("police.hco", reference).text("/file/charges/0/id");
    assertThat(files.delete("police.hco", reference, "/charges/" + charge).status())
        .as("whoever was decided on is not with the police any more")
        .isIn(400, 409);
    CaseFiles.made(files.put("police.hco", reference, "/asked/1", "{\"done\":\"The manager.\"}"));
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    assertThat(files.read("cps.prosecutor", reference).text("/file/defendants/1/state"))
        .isEqualTo("REFERRED");
  }

  @Test
  void aMoveOfTheFileIsMadeOfEverybodyAndSaysSo() {
    String reference = files.complete();
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    files.taken(reference, "cps.prosecutor");
    String defendant = files.read("cps.prosecutor", reference).text("/file/defendants/0/id");
    assertThat(
            files
                .move(
                    "cps.prosecutor",
                    reference,
                    "{\"move\":\"take-in\",\"defendant\":\"%s\",\"asked\":[{\"words\":\"Who?\"}]}"
                        .formatted(defendant))
                .errors())
        .containsExactlyInAnyOrder("asked:not-of-this-move", "defendant:unknown-property");
  }

  @Test
  void anAnswerToProsecutorsIsADisclosure() {
    String reference = files.complete();
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    files.taken(reference, "cps.prosecutor");
    files.moved("cps.prosecutor", reference, BACK);
    List<String> before = ledger.operations(reference);
    CaseFiles.made(files.put("police.hco", reference, "/asked/1", "{\"done\":\"The manager.\"}"));
    List<String> after = ledger.operations(reference);
    assertThat(after.subList(before.size(), after.size()))
        .contains("DISCLOSE file.prepare hate-crime-officer");
  }
}
