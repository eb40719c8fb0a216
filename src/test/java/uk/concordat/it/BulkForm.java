package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of the page that moves many referrals, sent as a browser would or as somebody forges it.
 */
final class BulkForm {
  private static final Pattern ITEM = Pattern.compile("name=\"item\" value=\"([^\"]+)\"");
  private static final Pattern RUN = Pattern.compile("name=\"run\" value=\"([^\"]+)\"");

  private BulkForm() {}

  /** Chooses all that the page lists. */
  static Answer sent(Visitor visitor, Answer page, String button, Map<String, String> answers) {
    List<String> fields = new ArrayList<>();
    Matcher item = ITEM.matcher(page.body());
    while (item.find()) {
      fields.add("item=" + URLEncoder.encode(item.group(1), StandardCharsets.UTF_8));
    }
    answers.forEach((name, value) -> fields.add(name + "=" + value));
    return post(visitor, page, button, String.join("&", fields));
  }

  /** The same, at the address of the move that the button makes. */
  static Answer post(Visitor visitor, Answer page, String button, String fields) {
    return post(visitor, page, button, button, fields);
  }

  /** Presses a button of it at the address of a move, with these fields. */
  static Answer post(Visitor visitor, Answer page, String address, String button, String fields) {
    Matcher run = RUN.matcher(page.body());
    assertThat(run.find()).isTrue();
    return visitor.send(
        "POST",
        "/referral/bulk.xhtml?move=" + address,
        "jakarta.faces.ViewState=stateless&form=form&run=%s&%s&%s="
            .formatted(run.group(1), fields, button),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  /** A referral with its version, as the form has it. */
  static String item(Answer page) {
    Matcher item = ITEM.matcher(page.body());
    assertThat(item.find()).as(page.body()).isTrue();
    return item.group(1);
  }
}
