package uk.concordat.court;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.ProsecutedFiles;

/** Keeps results: they are added, and never changed. */
@ApplicationScoped
class ResultRepository extends CourtRepository {

  /** Those of a file, oldest first. */
  List<Result> of(UUID file) {
    return rows(
            "select id, defendant, number, finalisation, reason, on_day, basis, basis_hostility,"
                + " basis_authorised, basis_consulted, sentenced_on, sentence_kind, sentence,"
                + " sentence_before_uplift, hearing_record_endorsed, array_to_string(orders, ','),"
                + " supersedes, recorded_role, recorded_at from court_result where prosecution = ?1"
                + " order by recorded_at, number",
            file)
        .stream()
        .map(
            row ->
                new Result(
                    id(row[0]),
                    id(row[1]),
                    number(row[2]),
                    new ResultContent(
                        constant(Finalisation.class, row[3]),
                        constant(ReasonGroup.class, row[4]),
                        day(row[5]),
                        findings(id(row[0])),
                        basis(row),
                        sentence(row),
                        strands(id(row[0])),
                        (String) row[16]),
                    (String) row[17],
                    at(row[18])))
        .toList();
  }

  private static Basis basis(Object[] row) {
    return row[6] == null
        ? null
        : new Basis(
            Basis.Kind.valueOf((String) row[6]),
            (Boolean) row[7],
            (String) row[8],
            (Boolean) row[9]);
  }

  private static Sentence sentence(Object[] row) {
    return row[12] == null
        ? null
        : new Sentence(
            day(row[10]),
            Sentence.Kind.valueOf((String) row[11]),
            (String) row[12],
            (String) row[13],
            (Boolean) row[14],
            orders((String) row[15]));
  }

  private static Set<CourtOrder> orders(String joined) {
    return Arrays.stream(joined.split(","))
        .filter(code -> !code.isEmpty())
        .map(CourtOrder::valueOf)
        .collect(Collectors.toSet());
  }

  private List<Finding> findings(UUID result) {
    return rows(
            "select charge, plea, plea_on, finding, found_on from court_finding where result = ?1"
                + " order by charge",
            result)
        .stream()
        .map(
            row ->
                new Finding(
                    id(row[0]),
                    Plea.valueOf((String) row[1]),
                    day(row[2]),
                    constant(Verdict.class, row[3]),
                    day(row[4])))
        .toList();
  }

  private List<StrandResult> strands(UUID result) {
    return rows(
            "select strand, sentenced_as_hate, uplift_applied_for, why, uplift_announced, provision"
                + " from court_strand where result = ?1 order by strand",
            result)
        .stream()
        .map(
            row ->
                new StrandResult(
                    Strand.valueOf((String) row[0]),
                    (Boolean) row[1],
                    AppliedFor.valueOf((String) row[2]),
                    (String) row[3],
                    (Boolean) row[4],
                    (String) row[5]))
        .toList();
  }

  /** Adds one with all that belongs to it. */
  void add(
      ProsecutedFiles.Seen seen,
      UUID defendant,
      int number,
      ResultContent said,
      Caller by,
      Instant now) {
    UUID id = Ids.next();
    Basis basis = said.basis() == null ? new Basis(null, null, null, null) : said.basis();
    Sentence sentence =
        said.sentence() == null
            ? new Sentence(null, null, null, null, null, Set.of())
            : said.sentence();
    execute(
        "insert into court_result (id, prosecution, referral, agency, defendant, number,"
            + " finalisation, reason, on_day, basis, basis_hostility, basis_authorised,"
            + " basis_consulted, sentenced_on, sentence_kind, sentence, sentence_before_uplift,"
            + " hearing_record_endorsed, orders, supersedes, recorded_by, recorded_role,"
            + " recorded_at) values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as text), cast(?8 as text),"
            + " cast(cast(?9 as text) as date), cast(?10 as text), cast(cast(?11 as text) as"
            + " boolean), cast(?12 as text), cast(cast(?13 as text) as boolean), cast(cast(?14 as"
            + " text) as date), cast(?15 as text), cast(?16 as text), cast(?17 as text),"
            + " cast(cast(?18 as text) as boolean), string_to_array(?19, ','), cast(?20 as text),"
            + " ?21, ?22, ?23)",
        id,
        seen.file().id(),
        seen.referral().id(),
        seen.referral().to(),
        defendant,
        number,
        said.finalisation(),
        said.reason(),
        said.on(),
        basis.kind(),
        basis.hostility(),
        basis.authorisedBy(),
        basis.consulted(),
        sentence.on(),
        sentence.kind(),
        sentence.passed(),
        sentence.beforeUplift(),
        sentence.endorsed(),
        sentence.orders().stream().map(Enum::name).collect(Collectors.joining(",")),
        said.supersedes(),
        by.subject(),
        by.role(),
        now);
    said.findings().forEach(one -> add(seen, id, one));
    said.strands().forEach(one -> add(seen, id, one));
  }

  private void add(ProsecutedFiles.Seen seen, UUID result, Finding one) {
    execute(
        "insert into court_finding (result, referral, agency, charge, plea, plea_on, finding,"
            + " found_on) values (?1, ?2, ?3, ?4, ?5, cast(cast(?6 as text) as date), cast(?7 as"
            + " text), cast(cast(?8 as text) as date))",
        result,
        seen.referral().id(),
        seen.referral().to(),
        one.charge(),
        one.plea(),
        one.pleaOn(),
        one.verdict(),
        one.foundOn());
  }

  private void add(ProsecutedFiles.Seen seen, UUID result, StrandResult one) {
    execute(
        "insert into court_strand (result, referral, agency, strand, sentenced_as_hate,"
            + " uplift_applied_for, why, uplift_announced, provision) values (?1, ?2, ?3, ?4,"
            + " cast(?5 as boolean), ?6, cast(?7 as text), cast(?8 as boolean), cast(?9 as text))",
        result,
        seen.referral().id(),
        seen.referral().to(),
        one.strand(),
        one.sentencedAsHate(),
        one.appliedFor(),
        one.why(),
        one.announced(),
        one.provision());
  }
}
