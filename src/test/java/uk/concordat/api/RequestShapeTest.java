package uk.concordat.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.concordat.api.ContentReaderTest.json;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Box;
import uk.concordat.referral.Feedback;
import uk.concordat.referral.ListQuery;
import uk.concordat.referral.Move;

class RequestShapeTest {

  @Test
  void readsEachMove() {
    assertThat(MoveRequest.read(json("{'move':'submit'}")))
        .isEqualTo(new MoveRequest(Move.SUBMIT, false, null, null, null));
    assertThat(MoveRequest.read(json("{'move':'acknowledge','conflict':true}")))
        .isEqualTo(new MoveRequest(Move.ACKNOWLEDGE, true, null, null, null));
    assertThat(MoveRequest.read(json("{'move':'accept','assignee':'police.officer'}")))
        .isEqualTo(new MoveRequest(Move.ACCEPT, false, "police.officer", null, null));
    assertThat(MoveRequest.read(json("{'move':'reject','reason':'A','text':'b','advice':'c'}")))
        .isEqualTo(new MoveRequest(Move.REJECT, false, null, new Feedback("A", "b", "c"), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|move|required",
        "{'move':null}|move|required",
        "{'move':'fly'}|move|unknown",
        "{'move':'SUBMIT'}|move|unknown",
        "{'move':1}|move|wrong-type",
        "{'move':'submit','assignee':'x'}|assignee|unknown-property",
        "{'move':'acknowledge','conflict':'no'}|conflict|wrong-type",
        "{'move':'accept','assignee':1}|assignee|wrong-type",
        "{'move':'accept','reason':'A'}|reason|unknown-property",
      })
  void refusesOtherMoves(String text, String field, String code) {
    InvalidInput invalid =
        catchThrowableOfType(InvalidInput.class, () -> MoveRequest.read(json(text)));
    assertThat(invalid.errors()).containsExactly(new FieldError(field, code));
  }

  @Test
  void readsEntityTags() {
    assertThat(EntityTags.version("\"v3\"")).isEqualTo(3);
    assertThat(EntityTags.version("\"" + EntityTags.of(12) + "\"")).isEqualTo(12);
    assertThat(EntityTags.version("\"of somebody else\"".replace(' ', '-'))).isNegative();
    assertThat(EntityTags.composed("\"" + EntityTags.of("3.D2-1") + "\"")).isEqualTo("3.D2-1");
    assertThat(EntityTags.composed("\"of-somebody-else\"")).isEmpty();
    assertThatThrownBy(() -> EntityTags.composed(null)).isInstanceOf(MissingPrecondition.class);
    assertThatThrownBy(() -> EntityTags.version(null)).isInstanceOf(MissingPrecondition.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "v3", "W/\"v3\"", "\"v1\", \"v2\"", "", "3", "\"v3"})
  void refusesWhatIsNotOneStrongTag(String header) {
    InvalidInput invalid =
        catchThrowableOfType(InvalidInput.class, () -> EntityTags.version(header));
    assertThat(invalid.errors()).containsExactly(new FieldError("If-Match", "invalid"));
  }

  @Test
  void readsAList() {
    var given = new MultivaluedHashMap<String, String>();
    assertThat(ListParameters.read(given)).isEqualTo(ListQuery.of((Box) null));
    given.putSingle("box", "inbox");
    given.putSingle("limit", "2");
    given.putSingle("open", "true");
    assertThat(ListParameters.read(given).box()).isEqualTo(Box.INBOX);
    assertThat(ListParameters.read(given).limit()).isEqualTo(2);
    assertThat(ListParameters.read(given).open()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "box,INBOX,unknown",
    "open,yes,invalid",
    "state,OPEN,unknown",
    "strand,rac,unknown",
    "sort,narrative,unknown",
    "limit,ten,invalid",
    "limit,-1,invalid",
    "cursor,%%%,invalid",
    "reference,'HCR-2026-%',invalid",
    "to,nobody,unknown",
    "boxes,inbox,unknown-parameter",
  })
  void refusesOtherLists(String name, String value, String code) {
    var given = new MultivaluedHashMap<String, String>();
    given.putSingle(name, value);
    InvalidInput invalid =
        catchThrowableOfType(InvalidInput.class, () -> ListParameters.read(given));
    assertThat(invalid.errors()).containsExactly(new FieldError(name, code));
  }

  @Test
  void refusesAParameterGivenTwice() {
    var given = new MultivaluedHashMap<String, String>();
    given.put("box", List.of("inbox", "sent"));
    InvalidInput invalid =
        catchThrowableOfType(InvalidInput.class, () -> ListParameters.read(given));
    assertThat(invalid.errors()).containsExactly(new FieldError("box", "repeated"));
  }
}
