package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.CaseworkReferral;

/** Keeps the assessments of the risk. */
@ApplicationScoped
class RiskRepository extends CaseworkRepository {

  /** The rules of today in their order; the last of them always holds. */
  List<RiskRule> rules() {
    return rows(
            "select level, factor, at_least, words from risk_rule where days(valid_from, valid_to)"
                + " @> now() order by position")
        .stream()
        .map(
            row ->
                new RiskRule(
                    RiskLevel.valueOf((String) row[0]),
                    (String) row[1],
                    (int) number(row[2]),
                    (String) row[3]))
        .toList();
  }

  /** Those of a referral, as far as the database shows them; newest first. */
  List<RiskAssessment> of(UUID referral) {
    return rows(
            "select a.id, a.number, a.suggested, a.rule, a.level, a.reason, a.review_on,"
                + " a.assessed_role, a.assessed_at, s.adult, s.child from risk_assessment a left join"
                + " risk_safeguarding s on s.assessment = a.id where a.referral = ?1 order by"
                + " a.number desc",
            referral)
        .stream()
        .map(
            row ->
                new RiskAssessment(
                    (int) number(row[1]),
                    answers(id(row[0])),
                    RiskLevel.valueOf((String) row[2]),
                    (String) row[3],
                    RiskLevel.valueOf((String) row[4]),
                    (String) row[5],
                    day(row[6]),
                    (String) row[7],
                    at(row[8]),
                    row[9] == null ? null : new Safeguarding((Boolean) row[9], (Boolean) row[10])))
        .toList();
  }

  private List<RiskAnswer> answers(UUID assessment) {
    return rows(
            "select a.factor, a.answer, a.note from risk_answer a left join (select code,"
                + " min(position) as position from code_value where list = 'risk-factor' group by"
                + " code) f on f.code = a.factor where a.assessment = ?1 order by f.position",
            assessment)
        .stream()
        .map(
            row ->
                new RiskAnswer(
                    (String) row[0], RiskAnswer.Is.valueOf((String) row[1]), (String) row[2]))
        .toList();
  }

  /** Adds one; false where somebody was faster. */
  boolean add(
      CaseworkReferral referral,
      int number,
      RiskContent content,
      RiskRule suggested,
      Caller by,
      Instant now) {
    UUID assessment = Ids.next();
    int added =
        execute(
            "insert into risk_assessment (id, referral, agency, number, suggested, rule, level,"
                + " reason, review_on, assessed_by, assessed_role, assessed_at) values (?1, ?2, ?3,"
                + " ?4, ?5, ?6, ?7, cast(?8 as text), cast(?9 as date), ?10, ?11, ?12) on conflict"
                + " do nothing",
            assessment,
            referral.id(),
            referral.to(),
            number,
            suggested.level(),
            suggested.words(),
            content.level(),
            content.reason(),
            content.reviewOn(),
            by.subject(),
            by.role(),
            now);
    if (added == 0) {
      return false;
    }
    for (RiskAnswer answer : content.answers()) {
      execute(
          "insert into risk_answer (assessment, referral, agency, factor, answer, note) values"
              + " (?1, ?2, ?3, ?4, ?5, cast(?6 as text))",
          assessment,
          referral.id(),
          referral.to(),
          answer.factor(),
          answer.answer(),
          answer.note());
    }
    if (content.safeguarding() != null) {
      execute(
          "insert into risk_safeguarding (assessment, referral, agency, adult, child) values (?1,"
              + " ?2, ?3, ?4, ?5)",
          assessment,
          referral.id(),
          referral.to(),
          content.safeguarding().adult(),
          content.safeguarding().child());
    }
    return true;
  }
}
