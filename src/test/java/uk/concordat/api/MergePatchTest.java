package uk.concordat.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.api.ContentReaderTest.json;

import org.junit.jupiter.api.Test;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;
import uk.concordat.referral.ReferralContent;

class MergePatchTest {
  private static final String BEFORE =
      "{'to':'HERTS-POLICE','urgency':'HIGH','strands':['RAC','REL'],"
          + "'incident':{'category':'THREATS','place':'Mill Green','perceivedBy':['VICTIM'],"
          + "'occurred':{'fromDate':'2026-11-01','fromTime':'09:05'}},"
          + "'person':{'known':true,'name':'Wen Quill'}}";

  @Test
  void whatIsMissingStays() {
    assertThat(patched("{}")).isEqualTo(ContentReader.read(json(BEFORE)));
  }

  @Test
  void whatIsThereReplaces() {
    ReferralContent after = patched("{'strands':['DIS'],'incident':{'place':'Beacon Hill'}}");
    assertThat(after.strands()).containsExactly(Strand.DIS);
    assertThat(after.incident().place()).isEqualTo("Beacon Hill");
    assertThat(after.incident().category()).isEqualTo("THREATS");
    assertThat(after.to()).isEqualTo("HERTS-POLICE");
  }

  @Test
  void nullClears() {
    ReferralContent after =
        patched(
            "{'to':null,'urgency':null,'strands':null,'incident':{'occurred':{'fromTime':null}},"
                + "'person':null}");
    assertThat(after.to()).isNull();
    assertThat(after.urgency()).isEqualTo(Urgency.STANDARD);
    assertThat(after.strands()).isEmpty();
    assertThat(after.incident().occurred().fromTime()).isNull();
    assertThat(after.incident().occurred().fromDate()).isNotNull();
    assertThat(after.person()).isEqualTo(ReferralContent.EMPTY.person());
  }

  @Test
  void whatNoDraftHasIsRefusedEvenAsNull() {
    assertThatThrownBy(() -> patched("{'reference':null}")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> patched("{'state':'SUBMITTED'}")).isInstanceOf(InvalidInput.class);
  }

  private static ReferralContent patched(String patch) {
    return MergePatch.read(json(patch)).apply(ContentReader.read(json(BEFORE)));
  }
}
