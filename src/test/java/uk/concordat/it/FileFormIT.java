package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.document.SampleFiles;

/** The forms of a file for prosecutors as typed documents: which are taken, and who sees which. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileFormIT {
  private final Api api;
  private final Visitors visitors;
  private final CaseFiles files;
  private final Referrals referrals;
  private String file;

  FileFormIT(Api api, Visitors visitors) {
    this.api = api;
    this.visitors = visitors;
    files = new CaseFiles(api);
    referrals = new Referrals(api);
  }

  @BeforeAll
  void arrived() {
    List.of("cps.prosecutor", "police.hco").forEach(api::subject);
    file = files.arrived("cps.prosecutor");
  }

  @Test
  void aFormIsChosenWhenItIsAttachedAndFoundByItsName() {
    Answer summary = attached("police.hco", file, "D5&form=MG5", "Summary.txt");
    assertThat(summary.status()).as(summary.body()).isEqualTo(201);
    assertThat(summary.text("/form")).isEqualTo("MG5");
    Answer measures = attached("police.hco", file, "D4&form=MG2", "Measures.txt");
    assertThat(measures.status()).as(measures.body()).isEqualTo(201);
    assertThat(attached("police.hco", file, "D5", "Note.txt").status()).isEqualTo(201);

    assertThat(documents("cps.prosecutor", "").items("form")).contains("MG5", "MG2", "");
    assertThat(documents("cps.prosecutor", "?form=MG5").items("name"))
        .containsExactly("Summary.txt");
    assertThat(documents("cps.prosecutor", "?form=MG3").items("name")).isEmpty();
    assertThat(documents("cps.prosecutor", "?form=a-form").errors())
        .containsExactly("form:unknown");
    assertThat(
            visitors.signedIn("cps.prosecutor").get("/prosecution/file.xhtml?ref=" + file).body())
        .contains("Forms in the file", "MG5 Case summary", "MG2 Special measures assessment");
    assertThat(documents("police.liaison", "").items("form"))
        .as("of the class that the list names, and of no other")
        .contains("MG2")
        .doesNotContain("MG5");
    assertThat(api.get("btp.hco", address("")).status()).isEqualTo(404);
  }

  @Test
  void whatIsNoFormOfThatPartOrReferralIsRefusedAndNothingIsKept() {
    String reference = files.started();
    assertThat(attached("police.hco", reference, "D4&form=MG5", "a.txt").errors())
        .containsExactly("form:other-part");
    assertThat(attached("police.hco", reference, "D5&form=MG99", "a.txt").errors())
        .containsExactly("form:unknown");
    String other = referrals.draft().reference();
    assertThat(attached("council.officer", other, "D5&form=MG5", "a.txt").errors())
        .containsExactly("form:not-of-this-referral");
    for (String[] each : new String[][] {{"police.hco", reference}, {"council.officer", other}}) {
      assertThat(api.get(each[0], "/api/referrals/" + each[1] + "/documents").items("id"))
          .isEmpty();
    }
  }

  @Test
  void thePageOffersFormsWhereThereAreAny() {
    assertThat(visitors.signedIn("police.hco").get(attach(file)).body())
        .contains("Which form of the file is it?", "MG6C Unused material, not sensitive");
    String other = referrals.draft().reference();
    assertThat(visitors.signedIn("council.officer").get(attach(other)).body())
        .contains("Which part do they belong to?")
        .doesNotContain("Which form of the file is it?", "MG5");
  }

  private Answer attached(String user, String reference, String query, String name) {
    return api.upload(user, reference, query, name, SampleFiles.text("What was said: " + name));
  }

  private Answer documents(String user, String query) {
    return api.get(user, address(query));
  }

  private String address(String query) {
    return "/api/referrals/" + file + "/documents" + query;
  }

  private static String attach(String reference) {
    return "/document/attach.xhtml?ref=" + reference;
  }
}
