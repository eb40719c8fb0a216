package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.Compartment.Field;
import uk.concordat.referral.Compartment.Kind;

/**
 * Loads and keeps the compartments; the policy of each table shows and takes only what is the
 * caller's.
 */
@ApplicationScoped
class CompartmentRepository {
  /** Every compartment that has a version, the entities' tables included. */
  private static final String VERSIONS =
      Stream.concat(
              Stream.of(
                  version("D2", "identity"), version("D4", "needs"), version("D5", "incident")),
              Arrays.stream(Compartment.values())
                  .map(each -> version(each.dataClass().name(), each.key())))
          .collect(Collectors.joining(" union all "));

  @Inject EntityManager em;

  /** What stands in these compartments, as far as the database shows it. */
  Further read(UUID referral, Collection<Compartment> compartments) {
    Map<Compartment, Map<String, String>> parts = new EnumMap<>(Compartment.class);
    compartments.forEach(
        compartment ->
            row(referral, compartment).ifPresent(texts -> parts.put(compartment, texts)));
    return new Further(parts);
  }

  /**
   * Keeps what stands in a compartment now; its version counts the change, no other does.
   *
   * @param versions those on which the texts rest, as {@link #versions} answered them
   * @throws StaleVersion when somebody was faster
   */
  void write(
      UUID referral,
      Compartment compartment,
      Map<String, String> texts,
      Map<DataClass, Long> versions) {
    List<Field> fields = compartment.fields();
    var statement =
        em.createNativeQuery(upsert(compartment))
            .setParameter(1, referral)
            .setParameter(fields.size() + 2, versions.getOrDefault(compartment.dataClass(), 0L));
    for (int i = 0; i < fields.size(); i++) {
      statement.setParameter(i + 2, texts.get(fields.get(i).name()));
    }
    if (statement.executeUpdate() == 0) {
      throw new StaleVersion();
    }
  }

  /** The version of each class that the database shows. */
  Map<DataClass, Long> versions(UUID referral) {
    List<?> rows = em.createNativeQuery(VERSIONS).setParameter(1, referral).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(
            Collectors.toMap(
                row -> DataClass.valueOf((String) row[0]), row -> ((Number) row[1]).longValue()));
  }

  private Optional<Map<String, String>> row(UUID referral, Compartment compartment) {
    List<Field> fields = compartment.fields();
    String columns =
        fields.stream()
            .map(field -> "cast(" + field.column() + " as text)")
            .collect(Collectors.joining(", "));
    List<?> rows =
        em.createNativeQuery(
                "select version, "
                    + columns
                    + " from "
                    + compartment.table()
                    + " where referral = ?1")
            .setParameter(1, referral)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row -> {
              Map<String, String> texts = new HashMap<>();
              for (int i = 0; i < fields.size(); i++) {
                texts.put(fields.get(i).name(), (String) row[i + 1]);
              }
              return texts;
            })
        .findFirst();
  }

  private static String upsert(Compartment compartment) {
    String table = compartment.table();
    List<Field> fields = compartment.fields();
    StringBuilder columns = new StringBuilder();
    StringBuilder values = new StringBuilder();
    StringBuilder changes = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      String column = fields.get(i).column();
      String type = fields.get(i).kind() == Kind.DAY ? "date" : "text";
      columns.append(", ").append(column);
      values.append(", cast(?").append(i + 2).append(" as ").append(type).append(")");
      changes.append(column).append(" = excluded.").append(column).append(", ");
    }
    return "insert into %1$s (referral, version%2$s) values (?1, 1%3$s) on conflict (referral) do update set %4$sversion = %1$s.version + 1 where %1$s.version = ?%5$d"
        .formatted(table, columns, values, changes, fields.size() + 2);
  }

  private static String version(String dataClass, String table) {
    return "select cast('%s' as text), version from referral_%s where referral = ?1"
        .formatted(dataClass, table);
  }
}
