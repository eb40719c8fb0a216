package uk.concordat.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.concordat.audit.Leaf;
import uk.concordat.audit.Verb;
import uk.concordat.audit.merkle.CompactRange;
import uk.concordat.audit.merkle.ReferenceTree;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.NoteSigner;

/** A month that was exported is what was signed, and whatever was done to it is found and named. */
class MonthlyExportTest {
  private static final int SIZE = 23;
  private static final int FROM = 5;
  private static final int TO = 17;
  private static final String TOMBSTONE =
      """
      {"agency":"BTP","permitted":true,"time":"2026-11-25T08:00:12.000001Z","verb":"ERASE",
       "erased":{"date":"2026-11-25","leaves":[[5,6],[7,9]],"month":"2019-03",
                 "proposedBy":"HERTS-POLICE","rule":"retention-7"}}
      """;

  @TempDir Path folder;

  private final NoteSigner key = NoteSigner.generate("log.example/ledger");
  private final ReferenceTree tree = new ReferenceTree();
  private final List<Row> rows = new ArrayList<>();

  MonthlyExportTest() {
    for (int leaf = 0; leaf < SIZE; leaf++) {
      KeptRow row =
          leaf == 12 ? row(leaf, Verb.ERASE, TOMBSTONE) : row(leaf, Verb.CONSULT, "entry " + leaf);
      rows.add(row);
      tree.add(row.hash());
    }
  }

  @Test
  void aMonthIsWhatWasSigned() throws IOException {
    MonthlyExport fits = verify(rows.subList(FROM, TO));

    assertThat(fits.checkpoint().size()).isEqualTo(SIZE);
    assertThat(fits.range().from()).isEqualTo(FROM);
    assertThat(fits.range().to()).isEqualTo(TO);
    assertThat(fits.disposed()).isZero();
  }

  @Test
  void aLawfulDisposalIsToldFromTampering() throws IOException {
    rows.set(7, disposed(7, 12));

    MonthlyExport fits = verify(rows.subList(FROM, TO));
    assertThat(fits.disposed()).isEqualTo(1);
    assertThat(fits.toldLater()).isZero();
    assertThat(fits.tombstones()).extracting(Tombstone::approvedBy).containsExactly("BTP");
  }

  @Test
  void aDisposalThatOneAgencyMadeAloneIsFound() {
    rows.set(7, disposed(7, 12));
    tellsOtherwise(TOMBSTONE.replace("HERTS-POLICE", "BTP"));
  }

  @Test
  void aDisposalThatIsToldOfOnAnotherDayIsFound() {
    rows.set(7, disposed(7, 12));
    tellsOtherwise(TOMBSTONE.replace("2026-11-25T", "2026-11-24T"));
  }

  /** The entry about the disposal as it was signed; the rest of the tree follows it. */
  private void tellsOtherwise(String tombstone) {
    List<Row> others = new ArrayList<>(rows);
    ReferenceTree other = new ReferenceTree();
    others.set(12, row(12, Verb.ERASE, tombstone));
    others.forEach(each -> other.add(each.hash()));
    assertThatExceptionOfType(TamperedException.class)
        .isThrownBy(
            () ->
                MonthlyExport.verify(
                    write(others.subList(FROM, TO), other), List.of(key.verifier())))
        .withMessageContaining("Entry 7 is gone, and entry 12 does not tell of its disposal");
  }

  @Test
  void aDisposalOfALeafThatTheEntryAboutItDoesNotNameIsFound() {
    rows.set(7, disposed(7, 12));
    rows.set(9, disposed(9, 12));
    found("Entry 7 is gone, and entry 12 does not tell of its disposal");
  }

  @Test
  void aDisposalUnderAnotherRuleThanTheEntryAboutItNamesIsFound() {
    rows.set(7, new DisposedRow(7, tree.hash(0, 7), "retention-1", LocalDate.of(2026, 11, 25), 12));
    found("Entry 7 is gone, and entry 12 does not tell of its disposal");
  }

  @Test
  void anEntryAboutADisposalThatIsErasedItselfIsFound() {
    rows.set(7, disposed(7, 12));
    rows.set(12, disposed(12, 20));
    found("Entry 7 is gone, and entry 12 does not tell of its disposal");
  }

  @Test
  void othersEntriesAreCountedByTheirHashAlone() throws IOException {
    rows.set(8, new WithheldRow(8, tree.hash(0, 8)));
    rows.set(9, new WithheldRow(9, tree.hash(0, 9)));

    assertThat(verify(rows.subList(FROM, TO)).withheld()).isEqualTo(2);
  }

  @Test
  void anotherHashInThePlaceOfAnEntryIsFound() {
    rows.set(8, new WithheldRow(8, tree.hash(0, 9)));
    found("do not make up the root that was signed");
  }

  @Test
  void aDisposalOfWhichALaterMonthTellsIsLetPass() throws IOException {
    rows.set(7, disposed(7, 20));

    MonthlyExport fits = verify(rows.subList(FROM, TO));
    assertThat(fits.disposed()).isEqualTo(1);
    assertThat(fits.toldLater()).isEqualTo(1);
  }

  @Test
  void aDisposalOfWhichNothingInTheWholeTreeTellsIsFound() {
    rows.set(7, disposed(7, SIZE));
    found("Entry 23, which is to tell of a disposal, is not in the tree");
  }

  @Test
  void aDisposalOfWhichNothingTellsIsFound() {
    rows.set(7, disposed(7, 11));
    found("Entry 7 is gone, and entry 11 does not tell of its disposal");
  }

  @Test
  void aDisposalThatIsToldOfBeforeItIsFound() {
    rows.set(13, disposed(13, 12));
    found("Entry 13 is said to be erased before it was there");
  }

  @Test
  void aChangedEntryIsFound() {
    KeptRow was = (KeptRow) rows.get(9);
    byte[] entry = "other".getBytes(StandardCharsets.UTF_8);
    rows.set(9, new KeptRow(9, was.hash(), was.time(), was.verb(), true, was.key(), entry));
    found("Entry 9 is not what the tree has in its place: changed");
  }

  @Test
  void aChangedVerbIsFound() {
    KeptRow was = (KeptRow) rows.get(9);
    rows.set(9, new KeptRow(9, was.hash(), was.time(), Verb.ALTER, true, was.key(), was.entry()));
    found("Entry 9 is not what the tree has in its place: changed");
  }

  @Test
  void anEntryThatWasChangedTogetherWithItsHashIsFound() {
    rows.set(9, row(9, Verb.CONSULT, "other"));
    found("The hashes of entries 5 to 16 do not make up the root that was signed");
  }

  @Test
  void aDeletedEntryIsFound() {
    rows.remove(9);
    found("Entry 9 is missing", rows.subList(FROM, TO - 1));
  }

  @Test
  void aDoubledEntryIsFound() {
    rows.add(9, rows.get(8));
    found("Entry 8 stands where entry 9 should", rows.subList(FROM, TO + 1));
  }

  @Test
  void entriesInAnotherOrderAreFound() {
    rows.set(8, rows.set(9, rows.get(8)));
    found("Entry 8 is missing");
  }

  @Test
  void aTruncatedTailIsFound() {
    found("Entry 15 is where the export should end or go on", rows.subList(FROM, TO - 2));
  }

  @Test
  void anotherKeyIsNotTrusted() throws IOException {
    Path file = write(rows.subList(FROM, TO));

    assertThatExceptionOfType(TamperedException.class)
        .isThrownBy(
            () ->
                MonthlyExport.verify(
                    file, List.of(NoteSigner.generate("log.example/ledger").verifier())));
  }

  private void found(String what) {
    found(what, rows.subList(FROM, TO));
  }

  private void found(String what, List<Row> exported) {
    assertThatExceptionOfType(TamperedException.class)
        .isThrownBy(() -> verify(exported))
        .withMessageContaining(what);
  }

  private MonthlyExport verify(List<Row> exported) throws IOException {
    return MonthlyExport.verify(write(exported), List.of(key.verifier()));
  }

  private Path write(List<Row> exported) throws IOException {
    return write(exported, tree);
  }

  private Path write(List<Row> exported, ReferenceTree tree) throws IOException {
    Path file = folder.resolve("month.zip");
    String note = key.sign(new Checkpoint(key.name(), SIZE, tree.root(SIZE)).text());
    ExportRange range =
        ExportRange.between(CompactRange.of(0, FROM, tree), CompactRange.of(TO, SIZE, tree));
    try (var writer =
        new ExportWriter(
            Files.newOutputStream(file), note, List.of(key.verifier().toString()), range)) {
      for (Row row : exported) {
        writer.add(row);
      }
    }
    return file;
  }

  private DisposedRow disposed(int leaf, long tombstone) {
    return new DisposedRow(
        leaf, tree.hash(0, leaf), "retention-7", LocalDate.of(2026, 11, 25), tombstone);
  }

  static KeptRow row(long leaf, Verb verb, String text) {
    byte[] entry = text.getBytes(StandardCharsets.UTF_8);
    byte[] key = new byte[32];
    key[0] = (byte) leaf;
    Instant time = Instant.parse("2026-11-25T08:00:00.000001Z").plusSeconds(leaf);
    byte[] hash = new Leaf(time, verb, true, Leaf.commitment(key, entry)).hash();
    return new KeptRow(leaf, hash, time, verb, true, key, entry);
  }
}
