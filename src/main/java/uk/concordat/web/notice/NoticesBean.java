package uk.concordat.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import uk.concordat.access.NoticeService;
import uk.concordat.agency.Agency;
import uk.concordat.web.SignedInBean;

/** The caller's notices, newest first: on "Your work" the first few, on their own page all. */
@Named("notices")
@RequestScoped
public class NoticesBean {
  private static final int FEW = 5;

  @Inject NoticeService notices;
  @Inject SignedInBean caller;
  private List<NoticeRow> all;

  /** All. */
  public List<NoticeRow> getAll() {
    if (all == null) {
      Map<String, Agency> agencies = caller.getOptions().agencies();
      all = notices.list().stream().map(one -> new NoticeRow(one, agencies)).toList();
    }
    return all;
  }

  /** The newest. */
  public List<NoticeRow> getNewest() {
    return getAll().stream().limit(FEW).toList();
  }

  /** Whether there are more than the newest. */
  public boolean isMore() {
    return getAll().size() > FEW;
  }
}
