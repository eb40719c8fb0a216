package uk.concordat.it;

import uk.concordat.prosecution.ReviewMove;

/** What is sent with each move of a review so that it lacks nothing, for one file. */
final class ReviewBodies {
  private final Answer file;
  private final String hearing;

  /**
   * @param file with one defendant and two charges, as the police read it
   */
  ReviewBodies(Answer file, String hearing) {
    this.file = file;
    this.hearing = hearing;
  }

  /** Below the file, where the move is made. */
  static String door(ReviewMove move) {
    return switch (move.saying()) {
      case DECISION -> "/decisions";
      case COURT -> move == ReviewMove.PROSECUTE ? "/court/hearings" : "/court/results";
      default -> "/moves";
    };
  }

  String of(ReviewMove move) {
    return switch (move) {
      case PROSECUTE -> hearing;
      case STOP -> result("DISCONTINUED", "WITNESS", "NOT_PROCEEDED");
      case FINALISE -> result("DISMISSED_AFTER_TRIAL", "ACQUITTAL_AFTER_TRIAL", "NOT_GUILTY");
      case CHARGE_FULL_CODE -> CaseFiles.charging(file);
      case APPLY_FULL_CODE -> applying(file);
      case CHARGE_THRESHOLD -> CaseFiles.chargingBeforeTheEvidence(file);
      case NFA_EVIDENTIAL -> CaseFiles.notCharging(file);
      case NFA_PUBLIC_INTEREST -> notInThePublicInterest(file);
      case OUT_OF_COURT_DISPOSAL -> outOfCourt(file);
      case ADMIN_FINALISED -> closing(file);
      default -> move(move);
    };
  }

  private static String move(ReviewMove move) {
    String asked =
        switch (move.saying()) {
          case ITEMS -> ",\"asked\":[{\"words\":\"Who else was there?\"}]";
          case PLAN ->
              ",\"asked\":[{\"words\":\"Ask the shop.\",\"dueOn\":\"%s\"}]"
                  .formatted(CaseFiles.day().plusDays(7));
          default -> "";
        };
    return "{\"move\":\"%s\"%s}".formatted(move.code(), asked);
  }

  /** The Full Code Test after a charge by the Threshold Test. */
  static String applying(Answer file) {
    return CaseFiles.charging(file).replace("CHARGE_FULL_CODE", "APPLY_FULL_CODE");
  }

  /** No charge, though the evidence is enough. */
  static String notInThePublicInterest(Answer file) {
    return withoutCharge(file, "NFA_PUBLIC_INTEREST", false);
  }

  /** A caution, or the like: the police do it. */
  static String outOfCourt(Answer file) {
    return withoutCharge(file, "OUT_OF_COURT_DISPOSAL", true);
  }

  private static String withoutCharge(Answer file, String decision, boolean interest) {
    return """
        {"defendant":"%s","decision":"%s","told":"Here is why.",
         "test":{"kind":"FULL_CODE","evidential":"Privileged words.","evidentialMet":true,
                 "publicInterest":"Privileged too.","interestMet":%s},
         "hostility":{"RAC":%s,"REL":%s}}
        """
        .formatted(
            file.text("/file/defendants/0/id"),
            decision,
            interest,
            CaseFiles.limbs(true),
            CaseFiles.limbs(false));
  }

  /** Closed without a decision in law. */
  static String closing(Answer file) {
    return """
        {"defendant":"%s","decision":"ADMIN_FINALISED","told":"Nothing came for months."}
        """
        .formatted(file.text("/file/defendants/0/id"));
  }

  private String result(String finalisation, String reason, String verdict) {
    String plea =
        verdict.equals("NOT_GUILTY")
            ? "\"NOT_GUILTY\",\"pleaOn\":\"%s\"".formatted(CaseFiles.day())
            : "\"NONE\"";
    String finding =
        "{\"charge\":\"%s\",\"plea\":" + plea + ",\"verdict\":\"%s\",\"foundOn\":\"%s\"}";
    return """
        {"defendant":"%s","finalisation":"%s","reason":"%s","on":"%s","findings":[%s,%s]}
        """
        .formatted(
            file.text("/file/defendants/0/id"),
            finalisation,
            reason,
            CaseFiles.day(),
            finding.formatted(file.text("/file/charges/0/id"), verdict, CaseFiles.day()),
            finding.formatted(file.text("/file/charges/1/id"), verdict, CaseFiles.day()));
  }
}
