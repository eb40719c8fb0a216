package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.FileReferral;

/** Keeps decisions, and the advice behind them in tables that the police never see. */
@ApplicationScoped
class DecisionRepository extends ProsecutionRepository {

  /**
   * Those of a file, oldest first.
   *
   * @param advice whether the tests behind them are asked for
   */
  List<Decision> of(UUID file, boolean advice) {
    return rows(
            "select id, defendant, number, kind, told, decided_role, decided_at from"
                + " charging_decision where prosecution = ?1 order by decided_at, number",
            file)
        .stream()
        .map(
            row ->
                new Decision(
                    id(row[0]),
                    id(row[1]),
                    (int) number(row[2]),
                    ReviewMove.valueOf((String) row[3]),
                    (String) row[4],
                    charges(id(row[0])),
                    prosecuted(id(row[0])),
                    (String) row[5],
                    at(row[6]),
                    advice ? test(id(row[0])) : null,
                    advice ? hostility(id(row[0])) : List.of()))
        .toList();
  }

  /** Adds one with all that belongs to it. */
  void add(
      FileReferral referral,
      Prosecution file,
      Defendant defendant,
      ReviewMove kind,
      DecisionContent content,
      Map<Strand, Provable> prosecuted,
      Caller by,
      Instant now) {
    UUID id = Ids.next();
    execute(
        "insert into charging_decision (id, prosecution, referral, agency, defendant, number, kind,"
            + " told, decided_by, decided_role, decided_at) values (?1, ?2, ?3, ?4, ?5, (select 1 +"
            + " count(*) from charging_decision where defendant = ?5), ?6, ?7, ?8, ?9, ?10)",
        id,
        file.id(),
        referral.id(),
        referral.to(),
        defendant.id(),
        kind,
        content.told(),
        by.subject(),
        by.role(),
        now);
    content
        .charges()
        .forEach(
            charge ->
                execute(
                    "insert into authorised_charge (decision, referral, agency, charge) values (?1,"
                        + " ?2, ?3, ?4)",
                    id,
                    referral.id(),
                    referral.to(),
                    charge));
    prosecuted.forEach(
        (strand, provable) ->
            execute(
                "insert into prosecuted_strand (decision, referral, agency, strand, provable) values"
                    + " (?1, ?2, ?3, ?4, ?5)",
                id,
                referral.id(),
                referral.to(),
                strand,
                provable));
    if (content.test() != null) {
      add(referral, id, content.test());
    }
    content.hostility().forEach(test -> add(referral, id, test));
  }

  private void add(FileReferral referral, UUID decision, CodeTest test) {
    execute(
        "insert into code_test (decision, referral, agency, test, evidential, evidential_met,"
            + " public_interest, interest_met, conditions, no_alternative) values (?1, ?2, ?3, ?4,"
            + " ?5, ?6, cast(?7 as text), cast(cast(?8 as text) as boolean),"
            + " string_to_array(?9, ','), cast(?10 as text))",
        decision,
        referral.id(),
        referral.to(),
        test.kind(),
        test.evidential(),
        test.evidentialMet(),
        test.publicInterest(),
        test.interestMet() == null ? null : test.interestMet().toString(),
        test.conditions().stream().map(Enum::name).collect(Collectors.joining(",")),
        test.noAlternative());
  }

  private void add(FileReferral referral, UUID decision, HostilityTest test) {
    execute(
        "insert into hostility_test (decision, referral, agency, strand, limb, provable, analysis)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        decision,
        referral.id(),
        referral.to(),
        test.strand(),
        test.limb(),
        test.provable(),
        test.analysis());
  }

  private Set<Integer> charges(UUID decision) {
    return rows(
            "select c.number, c.offence from authorised_charge a join charge c on c.id = a.charge"
                + " where a.decision = ?1",
            decision)
        .stream()
        .map(row -> (int) number(row[0]))
        .collect(Collectors.toSet());
  }

  private Map<Strand, Provable> prosecuted(UUID decision) {
    return rows("select strand, provable from prosecuted_strand where decision = ?1", decision)
        .stream()
        .collect(
            Collectors.toMap(
                row -> Strand.valueOf((String) row[0]), row -> Provable.valueOf((String) row[1])));
  }

  private CodeTest test(UUID decision) {
    return rows(
            "select test, evidential, evidential_met, public_interest, interest_met,"
                + " array_to_string(conditions, ','), no_alternative from code_test where decision ="
                + " ?1",
            decision)
        .stream()
        .map(
            row ->
                new CodeTest(
                    CodeTest.Kind.valueOf((String) row[0]),
                    (String) row[1],
                    (Boolean) row[2],
                    (String) row[3],
                    (Boolean) row[4],
                    conditions((String) row[5]),
                    (String) row[6]))
        .findFirst()
        .orElse(null);
  }

  private List<HostilityTest> hostility(UUID decision) {
    return rows(
            "select strand, limb, provable, analysis from hostility_test where decision = ?1 order by"
                + " strand, limb",
            decision)
        .stream()
        .map(
            row ->
                new HostilityTest(
                    Strand.valueOf((String) row[0]),
                    HostilityTest.Limb.valueOf((String) row[1]),
                    (Boolean) row[2],
                    (String) row[3]))
        .toList();
  }

  private static Set<CodeTest.Condition> conditions(String codes) {
    Function<String, CodeTest.Condition> read = CodeTest.Condition::valueOf;
    return Arrays.stream(codes.split(","))
        .filter(code -> !code.isEmpty())
        .map(read)
        .collect(Collectors.toSet());
  }
}
