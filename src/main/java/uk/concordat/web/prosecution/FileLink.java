package uk.concordat.web.prosecution;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileVictim;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewState;

/** Something that the reader of a file can do next, and where. */
public record FileLink(String label, String href) {
  private static final Set<ReviewState> DONE_BY_POLICE =
      EnumSet.of(ReviewState.CHARGE_AUTHORISED, ReviewState.OUT_OF_COURT);

  private static final Set<ReviewState> REVIEWED =
      EnumSet.of(
          ReviewState.NFA, ReviewState.VRR_REQUESTED, ReviewState.UPHELD, ReviewState.OVERTURNED);

  /**
   * From the moves that the service offers.
   *
   * @param words null where there is no file that the reader sees
   */
  static List<FileLink> of(FileView view, FileWords words) {
    List<FileLink> links = new ArrayList<>();
    if (view.prepares()) {
      links.add(new FileLink("Put the file together", address(view, "prepare", "")));
    }
    if (view.file() == null) {
      return links;
    }
    for (ReviewMove move : view.moves()) {
      if (move.ofFile() && move.saying() != ReviewMove.Saying.NOTHING) {
        links.add(new FileLink(offer(move), address(view, "ask", "&move=" + move.code())));
      }
    }
    for (Defendant one : view.file().defendants()) {
      links.addAll(on(one, view, words));
      if (view.carriesOut() && one.identity() != null) {
        carriedOut(one, view, words).ifPresent(links::add);
      }
    }
    if (view.changesVictims() && !view.prepares()) {
      for (FileVictim one : view.file().victims()) {
        links.add(
            new FileLink(
                "Correct how " + one.name() + " is told safely",
                address(view, "victim", "&victim=" + one.id())));
      }
    }
    if (view.file().defendants().stream().anyMatch(one -> REVIEWED.contains(one.state()))) {
      links.add(
          new FileLink(
              "What the victim has been told, and the right to review",
              "/victim/told.xhtml?ref=" + view.reference()));
    }
    if (view.moves().stream().anyMatch(move -> move.saying() == ReviewMove.Saying.DECISION)) {
      links.add(new FileLink("Attorney General’s consent", address(view, "consent", "")));
    }
    links.add(new FileLink("How the case went, with its waits", address(view, "journey", "")));
    return links;
  }

  /** Those of one defendant: a decision. */
  private static List<FileLink> on(Defendant one, FileView view, FileWords words) {
    List<FileLink> links = new ArrayList<>();
    String who = "&defendant=" + one.id();
    if (!DecisionForm.possible(view, one).isEmpty()) {
      String what = view.awaitsFullCode(one) ? "Apply the Full Code Test to " : "Decide on ";
      links.add(new FileLink(what + words.defendant(one), address(view, "decide", who)));
    }
    if (view.reviews()) {
      links.add(
          new FileLink("Change the flags, " + words.defendant(one), address(view, "flag", who)));
    }
    return links;
  }

  /** Saying when the police did what was decided, or correcting the day. */
  private static Optional<FileLink> carriedOut(Defendant one, FileView view, FileWords words) {
    String who = "&defendant=" + one.id();
    if (one.carriedOut() != null) {
      String label = "Correct the day on which you did what was decided on " + words.defendant(one);
      return Optional.of(new FileLink(label, address(view, "correct-day", who)));
    }
    if (DONE_BY_POLICE.contains(one.state())) {
      String label = "Say when you did what was decided on " + words.defendant(one);
      return Optional.of(new FileLink(label, address(view, "carried-out", who)));
    }
    return Optional.empty();
  }

  private static String offer(ReviewMove move) {
    return switch (move) {
      case SEND_BACK -> "Send it back: it is not complete";
      case EARLY_ADVICE -> "Give early advice";
      case ACTION_PLAN -> "Give the police an action plan";
      default -> "Ask for further investigation";
    };
  }

  private static String address(FileView view, String page, String more) {
    return "/prosecution/" + page + ".xhtml?ref=" + view.reference() + more;
  }
}
