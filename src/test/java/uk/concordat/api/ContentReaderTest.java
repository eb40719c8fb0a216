package uk.concordat.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;
import uk.concordat.referral.Compartment;
import uk.concordat.referral.ReferralContent;

class ContentReaderTest {

  @Test
  void nothingIsAnEmptyDraft() {
    assertThat(ContentReader.read(json("{}"))).isEqualTo(ReferralContent.EMPTY);
    assertThat(
            ContentReader.read(
                json(
                    "{'to':null,'urgency':null,'strands':null,'incident':null,'person':null,"
                        + "'needs':null,'footing':null}")))
        .isEqualTo(ReferralContent.EMPTY);
  }

  @Test
  void readsWhatIsThere() {
    ReferralContent content =
        ContentReader.read(
            json(
                "{'to':'HERTS-POLICE','urgency':'HIGH','strands':['RAC','DIS','RAC'],"
                    + "'incident':{'occurred':{'fromDate':'2026-11-01','fromTime':'09:05'},"
                    + "'perceivedBy':['VICTIM','VICTIM','WITNESS']},"
                    + "'person':{'known':true,'name':'👩🏽‍🦽 مُنى O’Neill'},'needs':{'told':false},"
                    + "'suspect':{'name':'מִי','dateOfBirth':'1988-02-29'},'clinical':{'detail':null},"
                    + "'housing':{}}"));
    assertThat(content.to()).isEqualTo("HERTS-POLICE");
    assertThat(content.urgency()).isEqualTo(Urgency.HIGH);
    assertThat(content.strands()).containsExactlyInAnyOrder(Strand.DIS, Strand.RAC);
    assertThat(content.incident().occurred().fromDate()).isEqualTo(LocalDate.of(2026, 11, 1));
    assertThat(content.incident().occurred().fromTime()).isEqualTo(LocalTime.of(9, 5));
    assertThat(content.incident().perceivedBy()).containsExactly("VICTIM", "WITNESS");
    assertThat(content.person().name()).isEqualTo("👩🏽‍🦽 مُنى O’Neill");
    assertThat(content.needs().told()).isFalse();
    assertThat(content.further().held()).containsExactly(Compartment.SUSPECT);
    assertThat(content.further().of(Compartment.SUSPECT))
        .isEqualTo(Map.of("name", "מִי", "dateOfBirth", "1988-02-29"));
    assertThat(ContentReader.read(ContentWriter.write(content))).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'unknown':1}|unknown|unknown-property",
        "{'unknown':null}|unknown|unknown-property",
        "{'incident':{'what':'x'}}|incident.what|unknown-property",
        "{'incident':{'occurred':{'day':'x'}}}|incident.occurred.day|unknown-property",
        "{'to':5}|to|wrong-type",
        "{'strands':'RAC'}|strands|wrong-type",
        "{'strands':[1]}|strands|wrong-type",
        "{'strands':[null]}|strands|wrong-type",
        "{'strands':['rac']}|strands|unknown",
        "{'urgency':'LOW'}|urgency|unknown",
        "{'incident':[]}|incident|wrong-type",
        "{'incident':{'occurred':'today'}}|incident.occurred|wrong-type",
        "{'incident':{'occurred':{'fromDate':'2026-02-30'}}}|incident.occurred.fromDate|invalid",
        "{'incident':{'occurred':{'fromDate':'1/2/2026'}}}|incident.occurred.fromDate|invalid",
        "{'incident':{'occurred':{'toTime':'24:00'}}}|incident.occurred.toTime|invalid",
        "{'incident':{'occurred':{'toTime':'9:00'}}}|incident.occurred.toTime|invalid",
        "{'incident':{'occurred':{'toTime':900}}}|incident.occurred.toTime|wrong-type",
        "{'person':{'known':'yes'}}|person.known|wrong-type",
        "{'person':{'name':true}}|person.name|wrong-type",
        "{'person':{'name':'a\\u0000b'}}|person.name|invalid-character",
        "{'person':{'name':'a\\ud83db'}}|person.name|invalid-character",
        "{'needs':{'told':1}}|needs.told|wrong-type",
        "{'footing':{'purpose':{}}}|footing.purpose|wrong-type",
        "{'suspect':'x'}|suspect|wrong-type",
        "{'suspect':{'address':'x'}}|suspect.address|unknown-property",
        "{'suspect':{'dateOfBirth':'29/2/1988'}}|suspect.dateOfBirth|invalid",
        "{'clinical':{'detail':'a\\u0000b'}}|clinical.detail|invalid-character",
        "{'safeguarding':{'concern':1}}|safeguarding.concern|wrong-type",
      })
  void saysWhichFieldIsWrongAndHow(String text, String field, String code) {
    InvalidInput invalid =
        catchThrowableOfType(InvalidInput.class, () -> ContentReader.read(json(text)));
    assertThat(invalid.errors()).hasSize(1);
    assertThat(invalid.errors().get(0).field()).isEqualTo(field);
    assertThat(invalid.errors().get(0).code()).isEqualTo(code);
  }

  @Test
  void saysEverythingThatIsWrong() {
    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                ContentReader.read(
                    json("{'to':1,'x':1,'strands':['A','B'],'person':{'known':0,'y':1}}")));
    assertThat(invalid.errors())
        .extracting(error -> error.field() + ":" + error.code())
        .containsExactlyInAnyOrder(
            "to:wrong-type",
            "x:unknown-property",
            "strands:unknown",
            "strands:unknown",
            "person.known:wrong-type",
            "person.y:unknown-property");
  }

  static JsonObject json(String text) {
    return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
  }
}
