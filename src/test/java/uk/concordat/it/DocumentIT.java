package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.document.SampleFiles;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** Documents of a referral: who attaches and sees them, what is refused, how they are kept. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class DocumentIT {
  private static final String WORDS = "What was said at the door on Monday.";

  private final Api api;
  private final DatabaseOwner owner;
  private final Stack stack;
  private final Referrals referrals;

  DocumentIT(Api api, DatabaseOwner owner, Stack stack) {
    this.api = api;
    this.owner = owner;
    this.stack = stack;
    referrals = new Referrals(api);
  }

  @Test
  void aDraftersDocumentIsTheirsAloneAndGoesWithItsPartWhenTheDraftIsSent() {
    String reference = referrals.draft().reference();
    assertThat(documents("council.officer", reference).json().at("/items")).isEmpty();
    Answer attached = note("council.officer", reference, "D5");
    assertThat(attached.status()).as(attached.body()).isEqualTo(201);
    assertThat(attached.text("/scan")).isEqualTo("NOT_SCANNED");
    String address = address(reference, attached);
    assertThat(api.get("council.officer", address).text("/name")).isEqualTo("note.txt");
    Answer taken = api.get("council.officer", address + "/content");
    assertThat(taken.body()).isEqualTo(WORDS);
    assertThat(taken.header("Content-Disposition"))
        .contains("attachment; filename=\"note.txt\"; filename*=UTF-8''note.txt");
    assertThat(taken.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(taken.header("Cache-Control")).contains("no-store");
    assertThat(taken.headers().allValues("Content-Security-Policy"))
        .anyMatch(policy -> policy.contains("sandbox"));
    for (String other : List.of("council.lead", "police.hco", "council2.officer")) {
      hidden(other, reference, address);
    }
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    assertThat(api.get("police.hco", address + "/content").body()).isEqualTo(WORDS);
    assertThat(documents("police.hco", reference).json().at("/attachable")).isEmpty();
    for (String other : List.of("council2.officer", "police.governance", "cps.prosecutor")) {
      hidden(other, reference, address);
    }
  }

  @Test
  void whatIsAttachedAfterItWasSentIsDisclosedByAnAgreement() {
    String reference = referrals.submitted().reference();
    long before = disclosed(reference);
    assertThat(note("council.officer", reference, "D5").status()).isEqualTo(201);
    assertThat(disclosed(reference)).isEqualTo(before + 1);
    assertThat(documents("police.hco", reference).items("name")).containsExactly("note.txt");
    Answer refused = note("police.hco", reference, "D5");
    assertThat(refused.status()).as("nobody works on it yet").isEqualTo(409);
    assertThat(note("cps.reviewer", reference, "D5").status()).isEqualTo(404);
  }

  @Test
  void whatTheReceiverAttachesIsItsOwn() {
    String reference = referrals.taken("police.officer");
    long before = disclosed(reference);
    Answer attached = note("police.officer", reference, "D5");
    assertThat(attached.status()).as(attached.body()).isEqualTo(201);
    assertThat(api.get("police.hco", address(reference, attached)).status()).isEqualTo(200);
    assertThat(documents("council.officer", reference).json().at("/items")).isEmpty();
    hidden("council.officer", reference, address(reference, attached));
    assertThat(disclosed(reference)).isEqualTo(before);
  }

  @Test
  void whatWasSentIsWithdrawnWithAReasonAndErasedByNobody() {
    String reference = referrals.draft().reference();
    String address = address(reference, note("council.officer", reference, "D5"));
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    assertThat(api.send("DELETE", address, api.token("council.officer"), null).status())
        .isEqualTo(409);
    String why = "{\"reason\":\"It shows somebody else.\"}";
    assertThat(api.post("police.hco", address + "/withdrawal", why).status()).isEqualTo(409);
    assertThat(api.post("council2.officer", address + "/withdrawal", why).status()).isEqualTo(404);
    Answer empty = api.post("council.officer", address + "/withdrawal", "{\"reason\":\" \"}");
    assertThat(empty.status()).isEqualTo(400);
    Answer withdrawn = api.post("council.officer", address + "/withdrawal", why);
    assertThat(withdrawn.text("/withdrawn/reason")).isEqualTo("It shows somebody else.");
    assertThat(api.post("council.officer", address + "/withdrawal", why).text("/code"))
        .isEqualTo("withdrawn-already");
    for (String user : List.of("council.officer", "police.hco")) {
      assertThat(api.get(user, address).status()).isEqualTo(200);
      assertThat(api.get(user, address + "/content").status()).isEqualTo(404);
      assertThat(api.get(user, address + "/pages/1").status()).isEqualTo(404);
    }
  }

  @Test
  void whoeverHoldsADocumentWithdrawsItHoweverTheReferralStands() throws SQLException {
    String reference = referrals.taken("police.officer");
    String sent = address(reference, note("council.officer", reference, "D5"));
    String own = address(reference, note("police.officer", reference, "D5"));
    close(reference);
    String why = "{\"reason\":\"It shows somebody else.\"}";
    for (String user : List.of("council.officer", "police.officer")) {
      assertThat(note(user, reference, "D4").status()).as("nothing is added").isEqualTo(409);
    }
    assertThat(api.post("council.officer", own + "/withdrawal", why).status()).isEqualTo(404);
    assertThat(api.post("police.officer", sent + "/withdrawal", why).status()).isEqualTo(409);
    assertThat(api.post("council.officer", sent + "/withdrawal", why).status()).isEqualTo(200);
    assertThat(api.post("police.officer", own + "/withdrawal", why).status()).isEqualTo(200);
    String recalled = referrals.submitted().reference();
    String late = address(recalled, note("council.officer", recalled, "D5"));
    referrals.moved(
        "council.lead",
        recalled,
        "{\"move\":\"recall\",\"reason\":\"WRONG_AGENCY\",\"text\":\"Not theirs.\"}");
    assertThat(note("council.officer", recalled, "D5").status()).isEqualTo(409);
    assertThat(api.post("council.officer", late + "/withdrawal", why).status()).isEqualTo(200);
  }

  @Test
  void withoutAnAgreementNothingMoreGoes() {
    String reference = referrals.sent("council2.officer", "BTP").reference();
    owner.endAgreement("STEVENAGE-COUNCIL", "BTP");
    try {
      assertThat(note("council2.officer", reference, "D5").code()).isEqualTo("no-agreement");
    } finally {
      owner.resumeAgreement("STEVENAGE-COUNCIL", "BTP");
    }
    assertThat(documents("council2.officer", reference).json().at("/items")).isEmpty();
  }

  @Test
  void aDraftsDocumentsAreErasedOneByOneOrWithIt() {
    String reference = referrals.draft().reference();
    Answer first = note("council.officer", reference, "D5");
    Answer second = note("council.officer", reference, "D4");
    api.send("DELETE", address(reference, first), api.token("council.officer"), null);
    assertThat(pieces(first)).isZero();
    assertThat(pieces(second)).isOne();
    String etag = api.get("council.officer", "/api/referrals/" + reference).etag();
    Answer discarded =
        api.send(
            "DELETE",
            "/api/referrals/" + reference,
            api.token("council.officer"),
            null,
            "If-Match",
            etag);
    assertThat(discarded.status()).as(discarded.body()).isEqualTo(204);
    assertThat(pieces(second)).isZero();
  }

  @Test
  void theSameKeyAnswersTheFirstDocumentAgain() {
    String reference = referrals.draft().reference();
    byte[] file = SampleFiles.text(WORDS);
    String[] key = {"Idempotency-Key", reference};
    Answer first = api.upload("council.officer", reference, "D5", "note.txt", file, key);
    Answer again = api.upload("council.officer", reference, "D5", "note.txt", file, key);
    assertThat(again.text("/id")).isEqualTo(first.text("/id"));
    assertThat(api.upload("council.officer", reference, "D5", "other.txt", file, key).status())
        .isEqualTo(422);
    assertThat(documents("council.officer", reference).items("id")).hasSize(1);
  }

  @Test
  void aKeyAnswersTheFirstDocumentOnceNothingIsAttachedAnyMore() throws SQLException {
    String reference = referrals.taken("police.officer");
    byte[] file = SampleFiles.text(WORDS);
    String[] key = {"Idempotency-Key", reference};
    Answer first = api.upload("council.officer", reference, "D5", "note.txt", file, key);
    close(reference);
    Answer again = api.upload("council.officer", reference, "D5", "note.txt", file, key);
    assertThat(again.status()).as(again.body()).isEqualTo(201);
    assertThat(again.text("/id")).isEqualTo(first.text("/id"));
    assertThat(note("council.officer", reference, "D5").status()).isEqualTo(409);
  }

  private void close(String reference) throws SQLException {
    try (Connection connection = stack.postgres().superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update referral set state = 'CLOSED', clock_started = null, due_at = null, due_step = null"
              + " where reference = '%s'".formatted(reference));
    }
  }

  @Test
  void nobodyAttachesUnderAPartThatTheyDoNotWriteDown() {
    String reference = referrals.draft().reference();
    for (String dataClass : List.of("D1", "D8", "D12", "D99")) {
      Answer answer = note("council.officer", reference, dataClass);
      assertThat(answer.status()).as(dataClass).isEqualTo(400);
      assertThat(answer.text("/errors/0/code")).isEqualTo("unknown");
    }
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("letter.pdf", SampleFiles.program(), "program"),
        Arguments.of("door.svg", SampleFiles.svg(), "drawing"),
        Arguments.of("report.docx", SampleFiles.docxBomb(), "inflates"),
        Arguments.of("files.zip", SampleFiles.zipBomb(), "archive"),
        Arguments.of("letter.pdf", SampleFiles.pdfWithScript(), "script"));
  }

  @ParameterizedTest(name = "{2}: {0}")
  @MethodSource
  void hostile(String name, byte[] file, String code) {
    String reference = referrals.draft().reference();
    Answer refused = api.upload("council.officer", reference, "D5", name, file);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/errors/0/field")).isEqualTo("file");
    assertThat(refused.text("/errors/0/code")).isEqualTo(code);
    assertThat(documents("council.officer", reference).json().at("/items")).isEmpty();
  }

  @Test
  void aNameIsMadeHarmless() {
    String reference = referrals.draft().reference();
    Answer kept =
        api.upload(
            "council.officer", reference, "D5", "../../etc/a\r\nX: y\u202e.txt", new byte[] {'a'});
    assertThat(kept.text("/name")).isEqualTo("aX_ y.txt");
    assertThat(api.get("council.officer", address(reference, kept) + "/content").header("X"))
        .isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    String reference = referrals.draft().reference();
    byte[] file = new byte[25 * 1024 * 1024 + 1];
    Answer refused = api.upload("council.officer", reference, "D5", "a.txt", file);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.code()).isEqualTo("too-large");
  }

  @Test
  void pagesAreShownAsPictures() {
    String reference = referrals.draft().reference();
    Answer pdf = api.upload("council.officer", reference, "D5", "letter.pdf", SampleFiles.pdf());
    assertThat(pdf.status()).as(pdf.body()).isEqualTo(201);
    Answer page = api.get("council.officer", address(reference, pdf) + "/pages/2");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("image/png");
    assertThat(api.get("council.officer", address(reference, pdf) + "/pages/3").status())
        .isEqualTo(404);
    Answer picture = api.upload("council.officer", reference, "D5", "door.jpg", SampleFiles.jpeg());
    assertThat(picture.status()).as(picture.body()).isEqualTo(201);
    Answer shown = api.get("council.officer", address(reference, picture) + "/pages/1");
    assertThat(shown.header("Content-Type").orElseThrow()).startsWith("image/jpeg");
    assertThat(shown.body()).doesNotContain(SampleFiles.CAMERA);
  }

  @Test
  void theyLieSealedInTheDatabaseAndAreNotServedOnceChanged() throws SQLException {
    String reference = referrals.draft().reference();
    Answer attached = note("council.officer", reference, "D5");
    String piece = "document_chunk where document = '%s'".formatted(attached.text("/id"));
    assertThat(owner.count(piece + " and position(convert_to('Monday', 'UTF8') in bytes) > 0"))
        .isZero();
    try (Connection connection = stack.postgres().superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update document_chunk set bytes = set_byte(bytes, 20, get_byte(bytes, 20) # 1) where"
              + " document = '%s'".formatted(attached.text("/id")));
    }
    Answer broken = api.get("council.officer", address(reference, attached) + "/content");
    assertThat(broken.status()).isEqualTo(500);
    assertThat(broken.body()).doesNotContain("door");
    assertThat(broken.header("Content-Disposition")).as("nor is it begun").isEmpty();
  }

  @Test
  void theKeyOfAnErasedDocumentMakesNoOther() {
    String reference = referrals.draft().reference();
    byte[] file = SampleFiles.text(WORDS);
    String[] key = {"Idempotency-Key", "erased-" + reference};
    Answer first = api.upload("council.officer", reference, "D5", "note.txt", file, key);
    String address = address(reference, first);
    assertThat(api.send("DELETE", address, api.token("council.officer"), null).status())
        .isEqualTo(204);
    Answer again = api.upload("council.officer", reference, "D5", "note.txt", file, key);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/code")).isEqualTo("document-gone");
    assertThat(documents("council.officer", reference).items("id")).isEmpty();
    assertThat(note("council.officer", reference, "D5").status()).isEqualTo(201);
  }

  private Answer note(String user, String reference, String dataClass) {
    return api.upload(user, reference, dataClass, "note.txt", SampleFiles.text(WORDS));
  }

  private Answer documents(String user, String reference) {
    return api.get(user, "/api/referrals/" + reference + "/documents");
  }

  private void hidden(String user, String reference, String address) {
    assertThat(api.get(user, address).status()).as(user).isEqualTo(404);
    assertThat(api.get(user, address + "/content").status()).as(user).isEqualTo(404);
    assertThat(api.get(user, address + "/pages/1").status()).as(user).isEqualTo(404);
    JsonNode listed = documents(user, reference).json().path("items");
    assertThat(listed.isMissingNode() || listed.isEmpty()).as(user).isTrue();
  }

  private static String address(String reference, Answer document) {
    return "/api/referrals/" + reference + "/documents/" + document.text("/id");
  }

  private long pieces(Answer document) {
    return owner.count("document_chunk where document = '%s'".formatted(document.text("/id")));
  }

  private long disclosed(String reference) {
    return owner.count(
        "ledger_entry where verb = 'DISCLOSE' and record_ids @> array[(select id from referral where"
            + " reference = '%s')]".formatted(reference));
  }
}
