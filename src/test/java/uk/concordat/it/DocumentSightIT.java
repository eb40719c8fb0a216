package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.document.SampleFiles;

/** A document is seen by whoever sees its part in full, whatever they see that by. */
@ExtendWith(ApiExtension.class)
class DocumentSightIT {
  private static final List<String> CLASSES = List.of("D4", "D5", "D6", "D14", "D15");

  private final Api api;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;
  private final Referrals referrals;

  DocumentSightIT(Api api, DatabaseOwner owner, StaffDirectory directory) {
    this.api = api;
    this.owner = owner;
    this.directory = directory;
    referrals = new Referrals(api);
  }

  @Test
  void itGoesWithThePartAndAGrantOpensWhatIsSeenOnRequest() {
    String reference = sent();
    assertThat(seen("council.officer", reference)).isEqualTo(CLASSES);
    assertThat(seen("police.hco", reference)).containsExactly("D4", "D5", "D6", "D15");
    assertThat(seen("police.officer", reference))
        .as("of safeguarding a flag only")
        .doesNotContain("D14", "D15")
        .contains("D5");
    String officer = known("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    owner.grant(reference, officer);
    assertThat(seen(officer, reference)).contains("D14");
  }

  @Test
  void whatIsSeenMaskedHasNoDocuments() {
    String reference = referrals.sent("police.hco", "WELHAT-COUNCIL").reference();
    for (String dataClass : List.of("D5", "D6")) {
      attach("police.hco", reference, dataClass);
    }
    assertThat(seen("police.hco", reference)).containsExactly("D5", "D6");
    assertThat(seen("council.officer", reference)).containsExactly("D5");
  }

  @Test
  void aBrokenGlassShowsThemAndAnExclusionTakesThemAway() {
    String reference = sent();
    String stranger = known("BTP", "hate-crime-officer");
    assertThat(status(stranger, reference)).isEqualTo(404);
    owner.breakGlass(reference, stranger);
    assertThat(seen(stranger, reference)).contains("D5");
    String barred = known("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    assertThat(seen(barred, reference)).contains("D5");
    owner.exclude(reference, barred);
    assertThat(status(barred, reference)).isEqualTo(404);
  }

  @Test
  void aRestrictionAndARecallTakeThemAway() {
    String reference = sent();
    String colleague = known("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    assertThat(seen(colleague, reference)).contains("D5");
    referrals.restricted("police.hco", reference);
    assertThat(status(colleague, reference)).isEqualTo(404);
    assertThat(seen("police.hco", reference)).contains("D5");
    String other = sent();
    String recall = "{\"move\":\"recall\",\"reason\":\"WRONG_AGENCY\",\"text\":\"Not theirs.\"}";
    referrals.moved("council.lead", other, recall);
    assertThat(status("police.hco", other)).isEqualTo(404);
    assertThat(seen("council.officer", other)).contains("D4", "D5");
  }

  /** The classes of those that somebody sees; they are those of the parts that are not withheld. */
  private List<String> seen(String user, String reference) {
    Answer listed = api.get(user, "/api/referrals/" + reference + "/documents");
    assertThat(listed.status()).as(listed.body()).isEqualTo(200);
    List<String> seen = listed.items("dataClass");
    List<String> withheld = api.get(user, "/api/referrals/" + reference).withheld();
    assertThat(seen)
        .allSatisfy(one -> assertThat(withheld).noneMatch(each -> each.startsWith(one + ":")));
    for (String id : listed.items("id")) {
      String address = "/api/referrals/" + reference + "/documents/" + id + "/content";
      assertThat(api.get(user, address).status()).isEqualTo(200);
    }
    return seen;
  }

  private int status(String user, String reference) {
    return api.get(user, "/api/referrals/" + reference + "/documents").status();
  }

  private String known(String group, String role) {
    String user = directory.joins(group, role);
    api.subject(user);
    return user;
  }

  private String sent() {
    String reference = referrals.draft().reference();
    CLASSES.forEach(dataClass -> attach("council.officer", reference, dataClass));
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    return reference;
  }

  private void attach(String user, String reference, String dataClass) {
    byte[] file = SampleFiles.text("Of " + dataClass + ".");
    Answer attached = api.upload(user, reference, dataClass, dataClass + ".txt", file);
    assertThat(attached.status()).as(attached.body()).isEqualTo(201);
  }
}
