package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.FileReferral;

/** Keeps monitoring flags; those that come with a file are set by trigger {@code flag}. */
@ApplicationScoped
class FlagRepository extends ProsecutionRepository {

  /** Those of a file, as far as the database shows them. */
  MonitoringFlags of(UUID file) {
    return new MonitoringFlags(
        rows(
                "select defendant, strand, stands, reason, said_role, said_at from monitoring_flag"
                    + " where prosecution = ?1 order by said_at, strand, number",
                file)
            .stream()
            .map(
                row ->
                    new MonitoringFlag(
                        id(row[0]),
                        Strand.valueOf((String) row[1]),
                        (Boolean) row[2],
                        (String) row[3],
                        (String) row[4],
                        at(row[5])))
            .toList());
  }

  void add(
      FileReferral referral,
      Prosecution file,
      UUID defendant,
      FlagChange change,
      Caller by,
      Instant now) {
    execute(
        "insert into monitoring_flag (id, prosecution, referral, agency, defendant, strand, number,"
            + " stands, reason, said_by, said_role, said_at) values (?1, ?2, ?3, ?4, ?5, ?6, (select 1"
            + " + count(*) from monitoring_flag where defendant = ?5 and strand = ?6), ?7, cast(?8 as"
            + " text), ?9, ?10, ?11)",
        Ids.next(),
        file.id(),
        referral.id(),
        referral.to(),
        defendant,
        change.strand(),
        change.stands(),
        change.reason(),
        by.subject(),
        by.role(),
        now);
  }
}
