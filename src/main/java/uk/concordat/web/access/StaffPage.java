package uk.concordat.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.access.StaffSightService;
import uk.concordat.agency.StaffPost;
import uk.concordat.web.SignedInBean;

/** The staff of an agency with their posts, for its information governance. */
@Named
@RequestScoped
public class StaffPage {
  @Inject StaffSightService sights;
  @Inject SignedInBean caller;
  private List<StaffPost> posts;

  /** Opens the page. */
  public void open() {
    getPosts();
  }

  /** Everybody, by name. */
  public List<StaffPost> getPosts() {
    if (posts == null) {
      posts = sights.staff();
    }
    return posts;
  }

  /** What is said of a post. */
  public PostWords words(StaffPost post) {
    return new PostWords(post, caller.getOptions().roleNames());
  }
}
