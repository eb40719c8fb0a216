package uk.concordat.court;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Counts results that the caller may read, and no others: the policies of the tables apply. */
@ApplicationScoped
class RateRepository extends CourtRepository {

  Rates of(String agency, LocalDate from, LocalDate to) {
    Object[] row =
        rows(
                "select count(*) filter (where r.convicts), count(*), count(*) filter (where"
                    + " r.convicts and r.flagged), count(*) filter (where r.convicts and r.flagged"
                    + " and r.uplift) from (select c.finalisation = any (string_to_array(?4, ','))"
                    + " as convicts, exists (select from court_strand s where s.result = c.id) as"
                    + " flagged, coalesce(c.hearing_record_endorsed, false) and exists (select from"
                    + " court_strand s where s.result = c.id and s.uplift_announced) as uplift from"
                    + " court_result c where c.agency = ?1 and c.on_day between cast(?2 as date) and"
                    + " cast(?3 as date) and c.finalisation = any (string_to_array(?4 || ',' || ?5,"
                    + " ',')) and not exists (select from court_result l where l.defendant ="
                    + " c.defendant and l.number > c.number)) r",
                agency,
                from,
                to,
                codes(Finalisation.Group.CONVICTION),
                codes(Finalisation.Group.NON_CONVICTION))
            .get(0);
    return new Rates(from, to, number(row[0]), number(row[1]), number(row[3]), number(row[2]));
  }

  private static String codes(Finalisation.Group group) {
    return Arrays.stream(Finalisation.values())
        .filter(one -> one.group() == group)
        .map(Enum::name)
        .collect(Collectors.joining(","));
  }
}
