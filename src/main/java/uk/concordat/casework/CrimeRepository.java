package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.CaseworkReferral;

/** Keeps the crimes of a referral. */
@ApplicationScoped
class CrimeRepository extends CaseworkRepository {
  @Inject CrimeVersionRepository versions;
  @Inject CrimeOutcomeRepository outcomes;

  /** How a force numbers its crimes today; empty where nobody said. */
  Optional<CrimeFormat> format(String force) {
    return rows(
            "select shape, example from crime_reference_format where agency = ?1 and"
                + " days(valid_from, valid_to) @> now()",
            force)
        .stream()
        .map(row -> new CrimeFormat((String) row[0], (String) row[1]))
        .findFirst();
  }

  /** The crimes of a referral, as far as the database shows them; oldest first. */
  List<Crime> of(UUID referral) {
    return rows(
            "select c.id, c.reference, c.agency, c.recorded_on, c.entered_at, d.reported_on,"
                + " d.offence_class, d.home_office_class, d.offence_code from crime c left join"
                + " crime_detail d on d.crime = c.id where c.referral = ?1 order by c.entered_at,"
                + " c.id",
            referral)
        .stream()
        .map(
            row ->
                new Crime(
                    id(row[0]),
                    (String) row[1],
                    (String) row[2],
                    day(row[3]),
                    at(row[4]),
                    row[5] == null ? null : detail(row)))
        .toList();
  }

  private CrimeDetail detail(Object[] row) {
    return new CrimeDetail(
        day(row[5]),
        (String) row[6],
        (String) row[7],
        (String) row[8],
        strands(id(row[0])),
        versions.of(id(row[0])),
        outcomes.of(id(row[0])),
        outcomes.merges(id(row[0])));
  }

  private List<CrimeStrand> strands(UUID crime) {
    return rows(
            "select id, strand, recorded_at, mistake, mistake_at from crime_strand where crime = ?1"
                + " order by recorded_at, strand, id",
            crime)
        .stream()
        .map(
            row ->
                new CrimeStrand(
                    id(row[0]),
                    Strand.valueOf((String) row[1]),
                    at(row[2]),
                    (String) row[3],
                    at(row[4])))
        .toList();
  }

  /**
   * Waits for whoever else records or corrects a crime of the referral, and keeps others out; false
   * where the database does not let the caller.
   */
  boolean hold(UUID referral) {
    return Boolean.TRUE.equals(one("select hold_crimes(?1)", referral));
  }

  /** Adds a crime; empty where the force recorded that number for the referral already. */
  Optional<UUID> add(CaseworkReferral referral, CrimeContent content, Caller by, Instant now) {
    UUID crime = Ids.next();
    int added =
        execute(
            "insert into crime (id, referral, agency, reference, recorded_on, entered_by,"
                + " entered_role, entered_at) values (?1, ?2, ?3, ?4, cast(?5 as date), ?6, ?7, ?8)"
                + " on conflict do nothing",
            crime,
            referral.id(),
            referral.to(),
            content.reference(),
            content.recordedOn(),
            by.subject(),
            by.role(),
            now);
    if (added == 0) {
      return Optional.empty();
    }
    execute(
        "insert into crime_detail (crime, referral, agency, reported_on, offence_class,"
            + " home_office_class, offence_code) values (?1, ?2, ?3, cast(?4 as date), ?5,"
            + " cast(?6 as text), cast(?7 as text))",
        crime,
        referral.id(),
        referral.to(),
        content.reportedOn(),
        content.offenceClass(),
        content.homeOfficeClass(),
        content.offenceCode());
    content.strands().forEach(strand -> add(referral, crime, strand, by, now));
    return Optional.of(crime);
  }

  /** Records it as hate on a strand; false where it is already. */
  boolean add(CaseworkReferral referral, UUID crime, Strand strand, Caller by, Instant now) {
    return execute(
            "insert into crime_strand (id, crime, referral, agency, strand, recorded_by,"
                + " recorded_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing",
            Ids.next(),
            crime,
            referral.id(),
            referral.to(),
            strand,
            by.subject(),
            now)
        == 1;
  }

  /** Says that a strand was a mistake; false where it does not stand any more. */
  boolean mistaken(CrimeStrand strand, String why, Caller by, Instant now) {
    return execute(
            "update crime_strand set mistake = ?2, mistake_by = ?3, mistake_at = ?4 where id = ?1"
                + " and mistake is null",
            strand.id(),
            why,
            by.subject(),
            now)
        == 1;
  }
}
