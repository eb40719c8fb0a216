package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.FileReferral;

/** Keeps the charges that the police propose. */
@ApplicationScoped
class ChargeRepository extends ProsecutionRepository {

  /** Those of a file, as far as the database shows them. */
  List<Charge> of(UUID file) {
    return rows(
            "select id, number, defendant, victim, offence, first_day, last_day,"
                + " array_to_string(strands, ','), alternative from charge where prosecution = ?1"
                + " order by number",
            file)
        .stream()
        .map(
            row ->
                new Charge(
                    id(row[0]),
                    (int) number(row[1]),
                    id(row[2]),
                    (int) number(row[3]),
                    (String) row[4],
                    new Committed(day(row[5]), day(row[6])),
                    strands((String) row[7]),
                    row[8] == null ? null : (int) number(row[8])))
        .toList();
  }

  /** Adds one, with the next number. */
  void add(FileReferral referral, Prosecution file, ChargeContent content) {
    Committed committed = content.committed();
    execute(
        "insert into charge (id, prosecution, referral, defendant, number, victim, offence,"
            + " first_day, last_day, strands, alternative) values (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
            + " cast(?8 as date), cast(?9 as date), string_to_array(?10, ','), cast(cast(?11 as"
            + " text) as integer))",
        Ids.next(),
        file.id(),
        referral.id(),
        content.defendant(),
        file.charges().stream().mapToInt(Charge::number).max().orElse(0) + 1,
        content.victim(),
        content.offence(),
        committed.first(),
        committed.last(),
        content.strands().stream().map(Strand::name).collect(Collectors.joining(",")),
        content.alternative() == null ? null : String.valueOf(content.alternative()));
  }

  boolean remove(UUID charge) {
    return execute("delete from charge where id = ?1", charge) == 1;
  }

  private static Set<Strand> strands(String codes) {
    return Arrays.stream(codes.split(","))
        .filter(code -> !code.isEmpty())
        .map(Strand::valueOf)
        .collect(Collectors.toSet());
  }
}
