package uk.concordat.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.access.NoticeService;

/** The caller's notices, newest first: on "Your work" the first few, on their own page all. */
@Named("notices")
@RequestScoped
public class NoticesBean {
  private static final int FEW = 5;

  @Inject NoticeService notices;
  private List<NoticeRow> all;

  /** All. */
  public List<NoticeRow> getAll() {
    if (all == null) {
      all = notices.list().stream().map(NoticeRow::new).toList();
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
