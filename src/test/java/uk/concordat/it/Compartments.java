package uk.concordat.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Fills the compartments of a referral, as the owner of the schema, with texts that cannot be
 * mistaken for anything else: whoever reads one reads that data class of that record.
 */
public final class Compartments {
  /** A compartment and its free texts, none of which is part of its masked form. */
  private record Compartment(String dataClass, String table, List<String> columns) {}

  private static final List<Compartment> ALL =
      List.of(
          new Compartment("D2", "referral_identity", List.of("name", "address")),
          new Compartment("D3", "referral_monitoring", List.of("notes")),
          new Compartment("D4", "referral_needs", List.of("contact_detail", "contact_safety")),
          new Compartment("D5", "referral_incident", List.of("narrative", "place")),
          new Compartment("D6", "referral_suspect", List.of("name", "description")),
          new Compartment("D7", "referral_antecedents", List.of("history")),
          new Compartment("D8", "referral_intelligence", List.of("report")),
          new Compartment("D9", "referral_witness", List.of("name", "contact")),
          new Compartment("D13", "referral_clinical", List.of("nhs_number", "rationale", "detail")),
          new Compartment("D14", "referral_housing", List.of("history")),
          new Compartment("D15", "referral_safeguarding", List.of("concern")));

  private final DataSource owner;

  /** Writes through connections of the schema's owner. */
  public Compartments(DataSource owner) {
    this.owner = owner;
  }

  /** The data classes that have a compartment. */
  public static List<String> classes() {
    return ALL.stream().map(Compartment::dataClass).toList();
  }

  /** The text that stands for a data class of the record with that label. */
  public static String canary(String dataClass, String label) {
    return "canary-" + dataClass + "-" + label;
  }

  /** Fills every compartment of a referral. */
  public void fill(String reference, String label) {
    fill(reference, label, classes());
  }

  /** Fills these compartments, or changes what is in them; each counts its own version. */
  public void fill(String reference, String label, List<String> dataClasses) {
    ALL.stream()
        .filter(one -> dataClasses.contains(one.dataClass))
        .forEach(one -> write(one, reference, canary(one.dataClass, label)));
  }

  private void write(Compartment one, String reference, String text) {
    String columns = String.join(", ", one.columns);
    String values = one.columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    String changes =
        one.columns.stream()
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    String sql =
        "insert into %1$s (referral, version, %2$s) select id, 1, %3$s from referral where reference"
            + " = ? on conflict (referral) do update set version = %1$s.version + 1, %4$s";
    try (Connection connection = owner.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(sql.formatted(one.table, columns, values, changes))) {
      for (int i = 1; i <= one.columns.size(); i++) {
        statement.setString(i, text);
      }
      statement.setString(one.columns.size() + 1, reference);
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("no referral " + reference);
      }
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
