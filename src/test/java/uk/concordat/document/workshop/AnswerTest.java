package uk.concordat.document.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.document.DocumentLimits;
import uk.concordat.document.DocumentType;

/** A helper may have been taken over by its file: what it says is believed within bounds. */
class AnswerTest {

  @Test
  void whatWasSaidIsUnderstood() throws IOException {
    var out = new ByteArrayOutputStream();
    Answer.kept(DocumentType.PNG, 1, new byte[] {7}).write(new DataOutputStream(out));
    Answer answer = read(out);
    assertThat(answer.type()).isEqualTo(DocumentType.PNG);
    assertThat(answer.pages()).isOne();
    assertThat(answer.bytes()).containsExactly(7);
  }

  @ParameterizedTest
  @CsvSource({
    "'', PNG, 1, " + (DocumentLimits.FILE_BYTES + 1),
    "'', PNG, 1, -2",
    "'', PNG, 21, -1",
    "'', PNG, -1, -1",
    "'', EXE, 1, -1",
    "'Call 01632 960000', '', 0, -1",
    "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeee, '', 0, -1",
  })
  void anythingElseIsNone(String refusal, String type, int pages, int length) throws IOException {
    var out = new ByteArrayOutputStream();
    var said = new DataOutputStream(out);
    said.writeUTF(refusal);
    said.writeUTF(type);
    said.writeInt(pages);
    said.writeInt(length);
    assertThatThrownBy(() -> read(out)).isInstanceOf(IOException.class);
  }

  private static Answer read(ByteArrayOutputStream said) throws IOException {
    return Answer.read(new DataInputStream(new ByteArrayInputStream(said.toByteArray())));
  }
}
