package uk.concordat.web.notice;

import java.util.Map;
import uk.concordat.access.Notice;
import uk.concordat.agency.Agency;
import uk.concordat.web.London;

/** A notice, in words. */
public class NoticeRow {
  private final Notice notice;
  private final Agency agency;

  NoticeRow(Notice notice, Map<String, Agency> agencies) {
    this.notice = notice;
    agency = notice.agency() == null ? null : agencies.get(notice.agency());
  }

  /** What happened, in a sentence. */
  public String getHeading() {
    return switch (notice.kind()) {
      case ACCESS_ASKED -> "Somebody asks for access";
      case ACCESS_QUESTIONED -> "There is a question about your request";
      case ACCESS_ANSWERED -> "Your question about a request is answered";
      case ACCESS_DECIDED -> "There is a decision on your request";
      case GLASS_BROKEN -> "Somebody broke the glass";
      case GLASS_REPEATED -> "Somebody broke the glass three times within 30 days";
      case GLASS_REVIEWED -> "Your broken glass was reviewed";
      case GLASS_UNREVIEWED -> "Nobody reviewed a broken glass for three working days";
      case OVERRIDE_WAITS -> "A colleague needs you to answer for sharing a case";
      case REFERRAL_WITHDRAWN -> "A referral was taken back";
      case REFERRAL_GIVEN -> "A referral was assigned to you";
      case REFERRAL_GIVEN_AWAY -> "A referral of yours was assigned to somebody else";
      case REFERRAL_QUESTIONED -> "There is a question about a referral";
      case REFERRAL_ANSWERED -> "A question about a referral is answered";
      case REFERRAL_OVERDUE -> "A referral is overdue";
      case REFERRAL_DECIDED -> "There is a decision on a referral of yours";
      case REFERRAL_OUTCOME -> "There is an outcome of a referral";
      case REFERRAL_RECALLED -> "A referral should not have been sent to you";
      case REFERRAL_CORRECTED -> "A referral was corrected";
      case RECALL_WAITS -> "A referral was recalled: decide on it";
      case ORIGIN_RECALLED ->
          "What you sent on rests on a referral that was recalled: look whether to recall yours";
      case BREACH_NEAR -> "A breach of personal data has to be decided on within a day";
      case BREACH_OVERDUE -> "The 72 hours for a breach of personal data are over";
      case REFERRAL_REINSTATED -> "A referral that was recalled goes on";
      case INCIDENTS_MATCH -> "Incidents of two agencies may belong together";
      case NAMING_WAITS -> "Somebody says who was harmed in an incident without a name";
      case NAMING_DECIDED -> "There is a decision on the name that you gave";
      case REFERRAL_PERSON_KNOWN -> "Who was harmed in a referred incident is known now";
      case REFERRAL_CONTACT_ENDED -> "The person harmed in a referral has no contact any more";
      case REFERRAL_RISK_DUE -> "The risk in a referral is to be looked at again";
      case REFERRAL_MEASURE_DUE -> "A measure of a safety plan is due";
      case REFERRAL_TELLING_LATE -> "Somebody who was harmed should have been told by now";
      case REFERRAL_FILE_MOVED -> "A file for prosecutors has moved on";
      case DOCUMENT_ADDED -> "A document was added to a referral";
      case REFERENCES_GUESSED -> "Somebody typed five wrong references within an hour";
    };
  }

  /** What it means for its reader, where there is no other page to read. */
  public String getMeaning() {
    return switch (notice.kind()) {
      case GLASS_BROKEN ->
          "A member of your staff opened a record in an emergency, for at most four hours."
              + " Information governance reviews it. You see nothing of the record by this notice.";
      case GLASS_REPEATED ->
          "One member of your agency's staff has now broken the glass at least three times within"
              + " 30 days. Look at each in the reviews, and talk to them and to their manager.";
      case GLASS_UNREVIEWED ->
          "Information governance of an agency should have looked at it within one working day. See"
              + " to it that they do today, and find out why it took so long. Which record it was"
              + " is not said here.";
      case INCIDENTS_MATCH ->
          "What an agency in your area has just logged may be about the same person or place as what"
              + " another was told. You see neither. Ask the agency named here what it can refer to you.";
      case REFERENCES_GUESSED ->
          "They asked for records that they do not see, and no record could be opened by what they"
              + " typed. Asking for access and breaking the glass are stopped for them for now. Find out from them what"
              + " they were looking for.";
      case REFERRAL_GIVEN_AWAY ->
          "You need not do anything more for it. Which one it was is not said here: you may not see"
              + " it any more.";
      case REFERRAL_RECALLED ->
          "The agency that sent it says that you should not have got it, and you see it no more. Do"
              + " not use what you know from it. Destroy what you printed or wrote down, and tell your"
              + " information governance officer if you passed anything on.";
      default -> null;
    };
  }

  /** The record, where the reader may know which; else null. */
  public String getReference() {
    return notice.reference();
  }

  /** Name of the agency concerned, where the record is not the reader's to know; else null. */
  public String getAgency() {
    return agency == null ? null : agency.name();
  }

  /** The member of staff it is about, or null. */
  public String getPerson() {
    return notice.person();
  }

  /** When. */
  public String getAt() {
    return London.dateTime(notice.at());
  }

  /** Whether the reader has not opened it. */
  public boolean isUnseen() {
    return !notice.seen();
  }

  /** Where it opens. */
  public String getHref() {
    return "/notice/notice.xhtml?id=" + notice.id();
  }
}
