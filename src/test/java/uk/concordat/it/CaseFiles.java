package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Brings a file for prosecutors to where a test begins; the police are {@code police.hco}. */
public final class CaseFiles {
  static final String UNIT = "CPS-THAMES-CHILTERN";
  private static final String POLICE = "police.hco";
  private static final List<String> CORE =
      List.of("ACCOUNT", "RECORDED_AS_HATE", "PERCEIVED_BY", "HOSTILITY", "WILLINGNESS");

  private final Api api;
  private final Referrals referrals;

  /** Works through this door. */
  public CaseFiles(Api api) {
    this.api = api;
    referrals = new Referrals(api);
  }

  /** A referral to prosecutors on which no file was started; answers its reference. */
  String referral() {
    return referrals.sent(POLICE, UNIT).reference();
  }

  /** A file with one defendant and nothing else in it; answers the reference. */
  String started() {
    String reference = referral();
    made(
        put(
            POLICE,
            reference,
            "",
            "{\"urn\":\"41 ZZ 00001 26\",\"kind\":\"CHARGING_DECISION\",\"priority\":\"GREEN\"}"));
    defendant(reference, "Ivo Darvell");
    return reference;
  }

  /** A file that lacks nothing: racially aggravated, with its basic alternative. */
  String complete() {
    String reference = started();
    CORE.forEach(item -> answered(reference, item));
    charged(reference, 0, "ZZ26104", "\"RAC\"", null);
    charged(reference, 0, "ZZ26004", "", 1);
    return reference;
  }

  /** A complete file that was submitted, and lies with the prosecutor of that name for review. */
  public String underReview(String prosecutor) {
    String reference = arrived(prosecutor);
    moved(prosecutor, reference, "{\"move\":\"take-in\"}");
    moved(prosecutor, reference, "{\"move\":\"begin\"}");
    return reference;
  }

  /** A file with one defendant whom the police charged today, as the Full Code Test let them. */
  String charged(String prosecutor) {
    String reference = underReview(prosecutor);
    made(post(prosecutor, reference, "/decisions", charging(read(prosecutor, reference))));
    carriedOut(reference);
    return reference;
  }

  /** Has the police say that they did today what was decided on the first defendant. */
  void carriedOut(String reference) {
    String below =
        "/defendants/" + read(POLICE, reference).text("/file/defendants/0/id") + "/carried-out";
    made(put(POLICE, reference, below, "{\"on\":\"%s\"}".formatted(day())));
  }

  /** What the court made of it, as that user sees it. */
  Answer court(String user, String reference) {
    return api.get(user, address(reference, "/court"));
  }

  /** From the version of that which the user sees now, however it is answered. */
  Answer recorded(String user, String method, String reference, String below, String body) {
    Answer seen = court(user, reference);
    return api.send(
        method,
        address(reference, "/court" + below),
        api.token(user),
        body,
        "Content-Type",
        "application/json",
        "If-Match",
        seen.status() == 200 ? seen.etag() : "\"v0\"");
  }

  /** A first hearing of the first defendant, today. */
  String hearing(String reference) {
    return """
        {"court":"COLNEMC","kind":"FIRST","on":"%s","at":"10:00","defendants":["%s"]}
        """
        .formatted(day(), read(POLICE, reference).text("/file/defendants/0/id"));
  }

  /** A file before the court: its first hearing is today. */
  String beforeTheCourt(String prosecutor) {
    String reference = charged(prosecutor);
    made(recorded(prosecutor, "POST", reference, "/hearings", hearing(reference)));
    return reference;
  }

  /** A guilty plea today to the aggravated charge, by which the sentence was made heavier. */
  String convicting(String reference, String more) {
    Answer file = read(POLICE, reference);
    return """
        {"defendant":"%1$s","finalisation":"GUILTY_PLEA","on":"%2$s",
         "findings":[
           {"charge":"%3$s","plea":"GUILTY","pleaOn":"%2$s","verdict":"GUILTY","foundOn":"%2$s"},
           {"charge":"%4$s","plea":"NONE","verdict":"NOT_PROCEEDED","foundOn":"%2$s"}],
         "basis":{"kind":"FULL_FACTS","hostility":true},
         "sentence":{"on":"%2$s","kind":"FINE","passed":"A fine of 180 pounds.",
                     "beforeUplift":"A fine of 120 pounds.","endorsed":true,"orders":["RESTRAINING"]},
         "strands":{
           "RAC":{"sentencedAsHate":true,"appliedFor":"YES","announced":true,"provision":"CDA_29_32"},
           "REL":{"sentencedAsHate":false,"appliedFor":"NO","why":"It cannot be proved.","announced":false}}%5$s}
        """
        .formatted(
            file.text("/file/defendants/0/id"),
            day(),
            file.text("/file/charges/0/id"),
            file.text("/file/charges/1/id"),
            more);
  }

  /**
   * A complete file that was submitted and nobody took in; the referral is with that prosecutor.
   */
  public String arrived(String prosecutor) {
    String reference = complete();
    moved(POLICE, reference, "{\"move\":\"submit\"}");
    taken(reference, prosecutor);
    return reference;
  }

  /** Says that the Attorney General was asked for consent, which changes the file. */
  public void consentAsked(String prosecutor, String reference) {
    String asked = "{\"status\":\"REQUESTED\",\"on\":\"%s\"}".formatted(day());
    made(put(prosecutor, reference, "/decisions/consent", asked));
  }

  /** Has the unit take the referral on, and gives it to somebody. */
  void taken(String reference, String prosecutor) {
    referrals.taken(reference, "cps.prosecutor", prosecutor);
  }

  Answer defendant(String reference, String name) {
    String body = "{\"name\":\"%s\",\"pncId\":\"2016/0000123B\",\"held\":\"BAIL\"}".formatted(name);
    return made(post(POLICE, reference, "/defendants", body));
  }

  Answer answered(String reference, String item) {
    return made(
        put(
            POLICE,
            reference,
            "/answers/" + item,
            "{\"status\":\"THERE\",\"words\":\"On page 3.\"}"));
  }

  /** Proposes to charge the defendant of that place in the list. */
  Answer charged(
      String reference, int defendant, String offence, String strands, Integer alternative) {
    String id = read(POLICE, reference).text("/file/defendants/" + defendant + "/id");
    String body =
        """
        {"defendant":"%s","victim":1,"offence":"%s","firstDay":"%s","strands":[%s],"alternative":%s}
        """
            .formatted(id, offence, day().minusDays(7), strands, alternative);
    return made(post(POLICE, reference, "/charges", body));
  }

  Answer read(String user, String reference) {
    return api.get(user, address(reference, ""));
  }

  /** From the version that the user sees now, however it is answered. */
  Answer post(String user, String reference, String below, String body) {
    return api.post(user, address(reference, below), body, "If-Match", etag(user, reference));
  }

  Answer put(String user, String reference, String below, String body) {
    return api.send(
        "PUT",
        address(reference, below),
        api.token(user),
        body,
        "Content-Type",
        "application/json",
        "If-Match",
        etag(user, reference));
  }

  Answer delete(String user, String reference, String below) {
    return api.send(
        "DELETE",
        address(reference, below),
        api.token(user),
        null,
        "If-Match",
        etag(user, reference));
  }

  Answer move(String user, String reference, String body) {
    return post(user, reference, "/moves", body);
  }

  Answer moved(String user, String reference, String body) {
    return made(move(user, reference, body));
  }

  /** What must have been done. */
  static Answer made(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    return answer;
  }

  /** A charge by the Full Code Test, with all that bears it. */
  static String charging(Answer file) {
    return """
        {"defendant":"%s","decision":"CHARGE_FULL_CODE","told":"The footage shows who said what.",
         "charges":["%s","%s"],
         "test":{"kind":"FULL_CODE","evidential":"Privileged words.","evidentialMet":true,
                 "publicInterest":"Privileged too.","interestMet":true},
         "hostility":{"RAC":%s,"REL":%s}}
        """
        .formatted(
            file.text("/file/defendants/0/id"),
            file.text("/file/charges/0/id"),
            file.text("/file/charges/1/id"),
            limbs(true),
            limbs(false));
  }

  /** The same by the Threshold Test. */
  static String chargingBeforeTheEvidence(Answer file) {
    return charging(file)
        .replace("CHARGE_FULL_CODE", "CHARGE_THRESHOLD")
        .replace("\"FULL_CODE\"", "\"THRESHOLD\"")
        .replace("\"evidentialMet\":true", "\"evidentialMet\":false")
        .replace(
            "\"interestMet\":true",
            "\"interestMet\":true,\"conditions\":[\"REASONABLE_SUSPICION\",\"FURTHER_EVIDENCE\","
                + "\"SERIOUSNESS\",\"BAIL_OBJECTION\",\"PUBLIC_INTEREST\"]");
  }

  /** No charge, for the evidence is not enough. */
  static String notCharging(Answer file) {
    return """
        {"defendant":"%s","decision":"NFA_EVIDENTIAL","told":"Nobody can say who it was.",
         "test":{"kind":"FULL_CODE","evidential":"Privileged words.","evidentialMet":false},
         "hostility":{"RAC":%s,"REL":%s}}
        """
        .formatted(file.text("/file/defendants/0/id"), limbs(false), limbs(false));
  }

  /** Both limbs: hostility was shown or not, and was no motive. */
  static String limbs(boolean shown) {
    return """
        {"demonstrated":{"provable":%s,"analysis":"Privileged analysis."},
         "motivated":{"provable":false,"analysis":"Privileged analysis."}}
        """
        .formatted(shown);
  }

  static LocalDate day() {
    return LocalDate.now(ZoneId.of("Europe/London"));
  }

  private String etag(String user, String reference) {
    Answer seen = read(user, reference);
    return seen.status() == 200 ? seen.etag() : "\"v0\"";
  }

  private static String address(String reference, String below) {
    return "/api/referrals/" + reference + "/file" + below;
  }
}
