package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.document.SampleFiles;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** How much is taken, from whom, and that nothing is taken twice or erased as idle. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class DocumentLimitsIT {
  private static final String USER = "council.officer";
  private static final String SEND = "POST %s HTTP/1.1\r\nHost: %s\r\n%s\r\n";
  private static final int BLOCK = 1024 * 1024;

  private final Api api;
  private final DatabaseOwner owner;
  private final Stack stack;
  private final Visitors visitors;
  private final Referrals referrals;

  DocumentLimitsIT(Api api, DatabaseOwner owner, Stack stack, Visitors visitors) {
    this.visitors = visitors;
    this.api = api;
    this.owner = owner;
    this.stack = stack;
    referrals = new Referrals(api);
  }

  @Test
  void theSameDocumentIsKeptOnce() {
    String reference = referrals.draft().reference();
    Answer first = note(reference, "D5", "note.txt", "One.");
    assertThat(note(reference, "D5", "note.txt", "One.").text("/id")).isEqualTo(first.text("/id"));
    for (Answer other :
        new Answer[] {
          note(reference, "D4", "note.txt", "One."),
          note(reference, "D5", "other.txt", "One."),
          note(reference, "D5", "note.txt", "Two.")
        }) {
      assertThat(other.text("/id")).isNotEqualTo(first.text("/id"));
    }
    assertThat(owner.count("document where referral = " + record(reference))).isEqualTo(4);
  }

  @Test
  void anAgencysDocumentsOfAPartAreCountedAndNoOthers() throws SQLException {
    String reference = referrals.submitted().reference();
    fill(reference, "WELHAT-COUNCIL", "D9", 20, 1); // of a part that none of them sees
    fill(reference, "HERTS-POLICE", "D5", 20, 1);
    fill(reference, "WELHAT-COUNCIL", "D5", 19, 1);
    assertThat(note(reference, "D5", "a.txt", "The twentieth.").status()).isEqualTo(201);
    assertThat(note(reference, "D5", "b.txt", "Another.").errors())
        .containsExactly("file:too-many");
    assertThat(note(reference, "D4", "b.txt", "Another.").status()).isEqualTo(201);
    String other = referrals.submitted().reference();
    fill(other, "WELHAT-COUNCIL", "D9", 10, 26_214_399);
    fill(other, "WELHAT-COUNCIL", "D4", 10, 26_214_399);
    assertThat(note(other, "D4", "a.txt", "Eleven letters.").errors())
        .containsExactly("file:too-much");
    assertThat(note(other, "D5", "a.txt", "Eleven letters.").status()).isEqualTo(201);
  }

  @Test
  void aDraftWhosePapersChangeIsNotIdle() {
    String reference = referrals.draft().reference();
    String etag = api.get(USER, "/api/referrals/" + reference).etag();
    owner.letItHaveChanged(reference, 29);
    Answer note = note(reference, "D5", "note.txt", "Just now.");
    assertThat(fresh(reference)).isOne();
    owner.letItHaveChanged(reference, 29);
    String address = "/api/referrals/" + reference + "/documents/" + note.text("/id");
    api.send("DELETE", address, api.token(USER), null);
    assertThat(fresh(reference)).isOne();
    assertThat(api.get(USER, "/api/referrals/" + reference).etag())
        .as("what is typed in another tab can still be saved")
        .isEqualTo(etag);
  }

  private long fresh(String reference) {
    return owner.count(
        "referral where reference = '%s' and changed_at > now() - interval '1 hour'"
            .formatted(reference));
  }

  static Stream<String> doors() {
    return Stream.of("api", "page");
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aFileWithoutALengthIsStoppedWhereItIsReadAndNothingIsKept(String door) throws IOException {
    String reference = referrals.draft().reference();
    try (Socket socket = opened()) {
      write(socket, door, reference, "Transfer-Encoding: chunked\r\n");
      OutputStream out = socket.getOutputStream();
      byte[] block = new byte[BLOCK];
      byte[] answer;
      try {
        for (int sent = 0; sent < 2048; sent++) {
          out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
          out.write(block);
          out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        answer = socket.getInputStream().readNBytes(12);
      } catch (IOException closed) {
        return; // none of it is taken in any more
      }
      assertThat(new String(answer, StandardCharsets.US_ASCII))
          .isEqualTo(door.equals("api") ? "HTTP/1.1 413" : "HTTP/1.1 411");
    } finally {
      nothingKept(reference);
    }
  }

  private void nothingKept(String reference) {
    assertThat(owner.count("document where referral = " + record(reference))).isZero();
    assertThat(note(reference, "D5", "note.txt", "The portal lives on.").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void twoGigabytesAreRefusedBeforeTheyAreSent(String door) throws IOException {
    String reference = referrals.draft().reference();
    try (Socket socket = opened()) {
      write(socket, door, reference, "Content-Length: 2147483648\r\n");
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void whoMayNotAttachIsToldBeforeTheFileIsRead() throws IOException {
    String reference = referrals.draft().reference();
    String path = "/api/referrals/%s/documents?dataClass=D5".formatted(reference);
    try (Socket socket = opened()) {
      String headers =
          "Authorization: Bearer %s\r\nContent-Type: application/octet-stream\r\nContent-Length: 20000000\r\n"
              .formatted(api.token("police.hco"));
      send(socket, path, headers);
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 404");
    }
  }

  private Socket opened() throws IOException {
    URI portal = URI.create(stack.portal());
    var socket = new Socket(portal.getHost(), portal.getPort());
    socket.setSoTimeout(30_000);
    return socket;
  }

  private void write(Socket socket, String door, String reference, String length)
      throws IOException {
    if (door.equals("api")) {
      String path = "/api/referrals/%s/documents?dataClass=D5".formatted(reference);
      String bearer = "Authorization: Bearer " + api.token(USER);
      send(socket, path, bearer + "\r\nContent-Type: application/octet-stream\r\n" + length);
    } else {
      String path = "/document/attach.xhtml?ref=" + reference;
      String cookie = "Cookie: " + visitors.signedIn(USER).cookies();
      send(socket, path, cookie + "\r\nContent-Type: multipart/form-data; boundary=x\r\n" + length);
    }
  }

  private void send(Socket socket, String path, String headers) throws IOException {
    String host = URI.create(stack.portal()).getAuthority();
    String head = SEND.formatted(path, host, headers);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Rows without bytes, of somebody else of that agency. */
  private void fill(String reference, String agency, String dataClass, int count, int size)
      throws SQLException {
    try (Connection connection = stack.postgres().superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into document (id, referral, data_class, holder, name, type, size, digest, scan,"
              + " chunks, key_name, sealed_key, attached_by, attached_role, attached_at) select"
              + " gen_random_uuid(), %s, '%s', '%s', n || '.txt', 'TEXT', %d, repeat('0', 64), 'CLEAN', 1,"
                  .formatted(record(reference), dataClass, agency, size)
              + " 'k', '', gen_random_uuid(), 'council-officer', now() from generate_series(1, %d) n"
                  .formatted(count));
    }
  }

  private static String record(String reference) {
    return "(select id from referral where reference = '%s')".formatted(reference);
  }

  private Answer note(String reference, String dataClass, String name, String words) {
    return api.upload(USER, reference, dataClass, name, SampleFiles.text(words));
  }
}
