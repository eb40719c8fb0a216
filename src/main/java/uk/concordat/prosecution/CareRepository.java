package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.FileReferral;

/** Keeps what became of special measures and personal statements. */
@ApplicationScoped
class CareRepository extends ProsecutionRepository {

  /** As far as the database shows it, by day. */
  List<CareEntry> of(UUID referral) {
    return rows(
            "select person, step, on_day, ground, array_to_string(measures, ','), wish, words, agency,"
                + " said_role, said_at from witness_care_step where referral = ?1 order by on_day,"
                + " said_at, id",
            referral)
        .stream()
        .map(CareRepository::entry)
        .toList();
  }

  /** Numbers of those who were harmed in the file of a referral; none where none is shown. */
  List<Integer> people(UUID referral) {
    List<Object[]> files =
        rows(
            "select p.id, array_to_string(array(select v.number from file_victim v where v.prosecution"
                + " = p.id order by v.number), ',') from prosecution p where p.referral = ?1",
            referral);
    return files.stream()
        .flatMap(row -> Stream.concat(Stream.of("1"), Stream.of(((String) row[1]).split(","))))
        .filter(number -> !number.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  void add(FileReferral referral, CareContent said, Caller by, Instant now) {
    execute(
        "insert into witness_care_step (id, prosecution, referral, agency, number, person, step, on_day,"
            + " ground, measures, wish, words, said_by, said_role, said_at) select ?1, p.id, p.referral,"
            + " ?3, 1 + (select count(*) from witness_care_step s where s.prosecution = p.id and"
            + " s.agency = ?3), ?4, ?5, cast(?6 as date), cast(?7 as text),"
            + " string_to_array(?8, ','), cast(?9 as text), cast(?10 as text), ?11, ?12, ?13 from"
            + " prosecution p where p.referral = ?2",
        Ids.next(),
        referral.id(),
        by.agency(),
        said.person(),
        said.step(),
        said.on(),
        said.ground(),
        String.join(",", said.measures().stream().sorted().toList()),
        said.wish(),
        said.words(),
        by.subject(),
        by.role(),
        now);
  }

  private static CareEntry entry(Object[] row) {
    String measures = (String) row[4];
    return new CareEntry(
        new CareContent(
            (int) number(row[0]),
            CareStep.valueOf((String) row[1]),
            day(row[2]),
            row[3] == null ? null : CareContent.Ground.valueOf((String) row[3]),
            measures.isEmpty() ? Set.of() : Set.of(measures.split(",")),
            row[5] == null ? null : CareContent.Wish.valueOf((String) row[5]),
            (String) row[6]),
        (String) row[7],
        (String) row[8],
        at(row[9]));
  }
}
