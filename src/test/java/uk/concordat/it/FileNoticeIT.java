package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * That a file moved on is told to those who have to go on with it, once a move, and nobody else.
 */
@ExtendWith(ApiExtension.class)
class FileNoticeIT {
  private static final String BACK =
      "{\"move\":\"send-back\",\"asked\":[{\"words\":\"Who heard it?\"}]}";

  private final Api api;
  private final StaffDirectory directory;
  private final CaseFiles files;

  FileNoticeIT(Api api, StaffDirectory directory) {
    this.api = api;
    this.directory = directory;
    files = new CaseFiles(api);
  }

  @Test
  void theUnitIsToldAndThenWhoeverHasIt() {
    String prosecutor = joined("CPS-THAMES-CHILTERN/hate-crime-prosecutors", "cps-prosecutor");
    String colleague = joined("CPS-THAMES-CHILTERN/hate-crime-prosecutors", "cps-prosecutor");
    String hco = joined("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    String reference = files.complete();
    files.defendant(reference, "Wen Lovatt");
    files.charged(reference, 1, "ZZ26004", "", null);
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    assertThat(told(prosecutor, reference)).as("once, of two defendants").isEqualTo(1);
    assertThat(told(colleague, reference)).isEqualTo(1);
    assertThat(told(hco, reference)).as("it was their own force").isZero();

    files.taken(reference, prosecutor);
    files.moved("cps.prosecutor", reference, BACK);
    assertThat(told(hco, reference)).as("it came back").isEqualTo(1);
    assertThat(told("police.hco", reference)).isEqualTo(1);
    CaseFiles.made(files.put("police.hco", reference, "/asked/1", "{\"done\":\"The manager.\"}"));
    files.moved("police.hco", reference, "{\"move\":\"resubmit\"}");
    assertThat(told(prosecutor, reference)).as("it is theirs").isEqualTo(2);
    assertThat(told(colleague, reference)).as("it is another's").isEqualTo(1);
    for (String other : new String[] {"council.officer", "btp.hco", "cps.reviewer"}) {
      assertThat(told(other, reference)).as(other).isZero();
    }
  }

  private String joined(String group, String role) {
    String user = directory.joins(group, role);
    api.subject(user);
    return user;
  }

  private long told(String user, String reference) {
    return StreamSupport.stream(
            api.get(user, "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("kind").asText().equals("REFERRAL_FILE_MOVED"))
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .count();
  }
}
