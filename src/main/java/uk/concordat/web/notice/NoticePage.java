package uk.concordat.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import uk.concordat.access.Notice;
import uk.concordat.access.NoticeService;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** Opens a notice: what it is about, or itself where there is nothing more to open. */
@Named
@RequestScoped
public class NoticePage {
  @Inject NoticeService notices;
  @Inject SignedInBean caller;
  private String id;
  private NoticeRow row;

  /** Marks it as seen and goes on to what it is about. */
  public String open() {
    Notice notice = notices.open(PageAddress.id(id));
    row = new NoticeRow(notice, caller.getOptions().agencies());
    return switch (notice.kind()) {
      case ACCESS_ASKED, ACCESS_QUESTIONED, ACCESS_ANSWERED, ACCESS_DECIDED ->
          "/access/request.xhtml?faces-redirect=true&id=" + notice.about();
      case GLASS_REVIEWED -> "/glass/glass.xhtml?faces-redirect=true&id=" + notice.about();
      case GLASS_BROKEN -> broken(notice);
      case OVERRIDE_WAITS ->
          "/referral/override.xhtml?faces-redirect=true&ref=" + notice.reference();
      case REFERRAL_GIVEN_AWAY,
          REFERRAL_WITHDRAWN,
          REFERRAL_GIVEN,
          REFERRAL_QUESTIONED,
          REFERRAL_ANSWERED,
          REFERRAL_OVERDUE,
          REFERRAL_DECIDED,
          REFERRAL_OUTCOME,
          REFERRAL_PERSON_KNOWN,
          ORIGIN_RECALLED,
          REFERRAL_REINSTATED,
          REFERRAL_CONTACT_ENDED,
          REFERRAL_RISK_DUE,
          REFERRAL_MEASURE_DUE,
          DOCUMENT_ADDED ->
          referral(notice);
      case REFERRAL_FILE_MOVED ->
          "/prosecution/file.xhtml?faces-redirect=true&ref=" + notice.reference();
      case REFERRAL_TELLING_LATE ->
          "/victim/told.xhtml?faces-redirect=true&ref=" + notice.reference();
      case REFERRAL_CORRECTED ->
          "/referral/versions.xhtml?faces-redirect=true&ref=" + notice.reference();
      case RECALL_WAITS, BREACH_NEAR, BREACH_OVERDUE ->
          "/referral/breach.xhtml?faces-redirect=true&ref=" + notice.reference();
      case NAMING_WAITS -> "/incident/naming.xhtml?faces-redirect=true&ref=" + notice.reference();
      case NAMING_DECIDED ->
          "/incident/incident.xhtml?faces-redirect=true&ref=" + notice.reference();
      case GLASS_REPEATED,
          GLASS_UNREVIEWED,
          REFERENCES_GUESSED,
          INCIDENTS_MATCH,
          REFERRAL_RECALLED ->
          null;
    };
  }

  /** Governance reviews it; whoever sees the record sees there who looks at it. */
  private String broken(Notice notice) {
    if (notice.reviewable() && caller.isMayReviewGlass()) {
      return "/glass/review.xhtml?faces-redirect=true&id=" + notice.about();
    }
    return referral(notice);
  }

  /** The record, where the reader sees it. */
  private static String referral(Notice notice) {
    return notice.reference() == null
        ? null
        : "/referral/referral.xhtml?faces-redirect=true&ref=" + notice.reference();
  }

  /** It, in words. */
  public NoticeRow getRow() {
    return row;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
