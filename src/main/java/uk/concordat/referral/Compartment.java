package uk.concordat.referral;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.NhsNumber;

/**
 * The parts of a referral besides its core, each a data class with an audience, a table, a row
 * policy and a version of its own (domain.md 7.5). One line a part: its name in the API, its table,
 * how it is to be handled, and what it holds.
 */
public enum Compartment {
  MONITORING(
      DataClass.D3,
      "monitoring",
      "For monitoring only",
      Field.code("ethnicity", "ethnicity", "Ethnic group", "ethnicity"),
      Field.paragraph("notes", "notes", "Notes")),
  SUSPECT(
      DataClass.D6,
      "suspect",
      "Suspected, not proven",
      Field.line("name", "name", "Name"),
      Field.day("dateOfBirth", "date_of_birth", "Date of birth"),
      Field.paragraph("description", "description", "Description")),
  ANTECEDENTS(
      DataClass.D7,
      "antecedents",
      "Police and prosecutors only",
      Field.paragraph("history", "history", "On record"),
      Field.paragraph("bailConditions", "bail_conditions", "Bail conditions")),
  INTELLIGENCE(
      DataClass.D8,
      "intelligence",
      "Intelligence: do not pass on",
      Field.account("report", "report", "Report")),
  WITNESS(
      DataClass.D9,
      "witness",
      "Protect the witness",
      Field.line("name", "name", "Name"),
      Field.paragraph("contact", "contact", "How to reach them")),
  CLINICAL(
      DataClass.D13,
      "clinical",
      "Health record",
      new Field("nhsNumber", "nhs_number", "NHS number", Kind.NHS_NUMBER, null),
      Field.code("nhsNumberStatus", "nhs_number_status", "NHS number status", "nhs-number-status"),
      Field.code("capacity", "capacity", "Capacity to decide", "capacity"),
      Field.paragraph("rationale", "rationale", "Why the confidence may be broken"),
      Field.code("guardian", "guardian", "Caldicott Guardian", "caldicott-guardian"),
      Field.code("safeguarding", "safeguarding", "Safeguarding", "safeguarding-raised"),
      Field.account("detail", "detail", "Clinical detail")),
  HOUSING(
      DataClass.D14, "housing", "Housing record", Field.account("history", "history", "History")),
  SAFEGUARDING(
      DataClass.D15,
      "safeguarding",
      "Need to know",
      Field.account("concern", "concern", "Concern"));

  /** What can be written into a field. */
  public enum Kind {
    LINE(200),
    PARAGRAPH(2_000),
    ACCOUNT(20_000),
    DAY(10),
    CODE(60),
    NHS_NUMBER(20);

    private final int most;

    Kind(int most) {
      this.most = most;
    }

    /** How many characters it takes at most. */
    int most() {
      return most;
    }

    /** As it is stored; what cannot be read stays as it was typed. */
    String stored(String typed) {
      return this == NHS_NUMBER
          ? NhsNumber.parse(typed).map(NhsNumber::digits).orElse(typed)
          : typed;
    }
  }

  /**
   * One field of a compartment.
   *
   * @param name in the API
   * @param column in the table
   * @param label the words for it in the portal
   * @param list the code list of a code; else null
   */
  public record Field(String name, String column, String label, Kind kind, String list) {
    private static Field line(String name, String column, String label) {
      return new Field(name, column, label, Kind.LINE, null);
    }

    private static Field paragraph(String name, String column, String label) {
      return new Field(name, column, label, Kind.PARAGRAPH, null);
    }

    private static Field account(String name, String column, String label) {
      return new Field(name, column, label, Kind.ACCOUNT, null);
    }

    private static Field day(String name, String column, String label) {
      return new Field(name, column, label, Kind.DAY, null);
    }

    private static Field code(String name, String column, String label, String list) {
      return new Field(name, column, label, Kind.CODE, list);
    }
  }

  private final DataClass dataClass;
  private final String key;
  private final String handling;
  private final List<Field> fields;

  Compartment(DataClass dataClass, String key, String handling, Field... fields) {
    this.dataClass = dataClass;
    this.key = key;
    this.handling = handling;
    this.fields = List.of(fields);
  }

  /** The class whose audience it has. */
  public DataClass dataClass() {
    return dataClass;
  }

  /** Its name in the API, for example {@code suspect}. */
  public String key() {
    return key;
  }

  /** How whoever reads it must handle it, in the words of the portal. */
  public String handling() {
    return handling;
  }

  /** What it holds, in the order of the form. */
  public List<Field> fields() {
    return fields;
  }

  /** The field of that name. */
  Optional<Field> field(String name) {
    return fields.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The name of a field in errors, for example {@code suspect.name}. */
  public String path(Field field) {
    return key + "." + field.name();
  }

  String table() {
    return "referral_" + key;
  }

  /** Those among these classes that are compartments. */
  public static Set<Compartment> among(Collection<DataClass> classes) {
    Set<Compartment> among = EnumSet.noneOf(Compartment.class);
    Arrays.stream(values()).filter(each -> classes.contains(each.dataClass)).forEach(among::add);
    return among;
  }

  /** The compartment of a class; empty where it is none of these. */
  public static Optional<Compartment> of(DataClass dataClass) {
    return Arrays.stream(values()).filter(each -> each.dataClass == dataClass).findFirst();
  }
}
