package uk.concordat.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;

class CsvFileTest {
  private static final String HEADING = "Category,Narrative,From_date,Strands,Person_known,Name\n";
  private static final String ROW =
      "graffiti,\"Said: \"\"no\"\",\nand again\",19/11/2026,REL;RAC,yes,";
  private static final String NAME = "Siân O’Connell";

  @Test
  void readsColumnsByTheirName() {
    IncidentContent content = read(utf8(HEADING + ROW + NAME)).get(0).content();
    assertThat(content.account().category()).isEqualTo("GRAFFITI");
    assertThat(content.account().narrative()).isEqualTo("Said: \"no\",\nand again");
    assertThat(content.account().occurred().fromDate()).hasToString("2026-11-19");
    assertThat(content.strands()).containsExactlyInAnyOrder(Strand.RAC, Strand.REL);
    assertThat(content.person().known()).isTrue();
    assertThat(content.person().name()).isEqualTo(NAME);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() {
    List<CsvRow> rows = read(utf8("\ufeff" + HEADING + ROW + NAME));
    assertThat(rows.get(0).content().account().category()).isEqualTo("GRAFFITI");
    assertThat(rows.get(0).content().person().name()).isEqualTo(NAME);
  }

  @Test
  void whatIsNoUtf8IsWindows1252() {
    byte[] bytes = (HEADING + ROW + NAME).getBytes(Charset.forName("windows-1252"));
    assertThat(read(bytes).get(0).content().person().name()).isEqualTo(NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+44", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"})
  void aFormulaIsRefused(String cell) {
    assertThat(read(utf8(HEADING + ROW + "\"" + cell + "\"")).get(0).errors())
        .containsExactly(new FieldError("name", "formula"));
  }

  @ParameterizedTest
  @CsvSource({
    "From_date,31/2/2026,invalid-date",
    "From_date,2026-13-01,invalid-date",
    "From_time,25:00,invalid-time",
    "Repeat,perhaps,invalid",
    "Strands,RAC;XYZ,unknown"
  })
  void whatCannotBeReadIsNotedByItsColumn(String column, String cell, String code) {
    CsvRow row = read(utf8(column + "\n" + cell)).get(0);
    row.content();
    assertThat(row.errors()).containsExactly(new FieldError(column.toLowerCase(), code));
  }

  @ParameterizedTest
  @CsvSource({
    "'Category,Colour\nGRAFFITI,red',heading,unknown-column",
    "'Category,category\nGRAFFITI,GRAFFITI',heading,repeated",
    "'Category\n',file,empty",
    "'',file,empty",
    "'Category\n\"GRAFFITI',file,not-csv"
  })
  void whatIsNoSuchFileIsRefusedAsAWhole(String file, String field, String code) {
    assertThatThrownBy(() -> read(utf8(file)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.errors()).containsExactly(new FieldError(field, code)));
  }

  @Test
  void aWorkbookIsNoCsv() {
    byte[] utf16 = (HEADING + ROW + NAME).getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> read(utf16)).hasMessageContaining("not-csv");
  }

  @Test
  void aCellTooManyIsNoted() {
    assertThat(read(utf8("Category\nGRAFFITI,more")).get(0).errors())
        .containsExactly(new FieldError("row", "too-many-cells"));
  }

  @Test
  void holdsAHundredThousandRowsAndNoMore() {
    byte[] most = utf8("Category\n" + "GRAFFITI\n".repeat(CsvFile.MOST_ROWS));
    int[] rows = new int[1];
    new CsvFile(most).read((number, row) -> rows[0]++);
    assertThat(rows[0]).isEqualTo(CsvFile.MOST_ROWS);
    byte[] more = utf8("Category\n" + "GRAFFITI\n".repeat(CsvFile.MOST_ROWS + 1));
    assertThatThrownBy(() -> new CsvFile(more).read((number, row) -> {}))
        .hasMessageContaining("too-many-rows");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<CsvRow> read(byte[] bytes) {
    List<CsvRow> rows = new ArrayList<>();
    var file = new CsvFile(bytes);
    file.check();
    file.read((number, row) -> rows.add(row));
    return rows;
  }
}
