package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, page by page, both ways. */
@ExtendWith(ApiExtension.class)
class ListIT {
  private static final String USER = "police.hco";

  private final Api api;
  private final Referrals referrals;

  ListIT(Api api) {
    this.api = api;
    referrals = new Referrals(api);
  }

  @ParameterizedTest
  @ValueSource(strings = {"due", "changed", "reference", "from", "state"})
  void canBeWalkedThereAndBack(String sort) {
    for (int i = 0; i < 5; i++) {
      referrals.submitted();
    }
    List<String> there = new ArrayList<>();
    String path = "/api/referrals?box=inbox&limit=2&sort=" + sort;
    Answer page = api.get(USER, path);
    assertThat(page.link("prev")).isEmpty();
    assertThat(page.header("Link").orElseThrow()).contains("sort=" + sort);
    there.addAll(page.items("reference"));
    while (page.link("next").isPresent()) {
      page = api.get(USER, page.link("next").get());
      there.addAll(page.items("reference"));
    }
    assertThat(there).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    List<String> back = new ArrayList<>(reversed(page));
    while (page.link("prev").isPresent()) {
      page = api.get(USER, page.link("prev").get());
      back.addAll(reversed(page));
    }
    Collections.reverse(back);
    assertThat(back).isEqualTo(there);
  }

  @Test
  void isNarrowedByItsParameters() {
    String reference = referrals.submitted().reference();
    String draft = referrals.draft().reference();
    only(USER, "reference=" + reference, reference);
    only(USER, "reference=" + reference + "&state=SUBMITTED&open=true&strand=REL", reference);
    only(USER, "reference=" + reference + "&from=WELHAT-COUNCIL&to=HERTS-POLICE", reference);
    only(USER, "reference=" + reference + "&strand=TG");
    only(USER, "reference=" + reference + "&box=sent");
    only(USER, "reference=" + reference + "&from=BTP");
    only(USER, "reference=" + draft);
    only("council.officer", "reference=" + reference + "&box=sent", reference);
    only("council.officer", "reference=" + draft + "&box=drafts", draft);
    only("council.lead", "reference=" + draft);
  }

  @ParameterizedTest
  @CsvSource({
    "box=everything,box:unknown",
    "limit=0,limit:out-of-range",
    "limit=101,limit:out-of-range",
    "limit=many,limit:invalid",
    "open=perhaps,open:invalid",
    "state=LOST,state:unknown",
    "strand=XYZ,strand:unknown",
    "sort=narrative,sort:unknown",
    "bocks=inbox,bocks:unknown-parameter",
    "box=inbox&box=sent,box:repeated",
    "from=%00,from:unknown",
    "reference=%27;--,reference:invalid",
    "cursor=nonsense,cursor:invalid",
  })
  void saysWhichParameterIsWrong(String query, String error) {
    Answer answer = api.get(USER, "/api/referrals?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
  }

  @ParameterizedTest
  @CsvSource({
    "due,DUE|>|0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|2026-99-99 00:00:00+00",
    "due,DUE|>|0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|-infinity",
    "due,DUE|>|nobody|infinity",
    "changed,DUE|>|0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|infinity",
    "state,'STATE|>|0191f4a2-7c1e-7b63-9d0c-2f6e5a1b8c44|a\u0000'",
  })
  void takesNoCursorThatIsNotItsOwn(String sort, String forged) {
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(forged.getBytes(StandardCharsets.UTF_8));
    Answer answer = api.get(USER, "/api/referrals?sort=" + sort + "&cursor=" + cursor);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly("cursor:invalid");
  }

  private void only(String user, String query, String... references) {
    assertThat(api.get(user, "/api/referrals?" + query).items("reference"))
        .containsExactly(references);
  }

  private static List<String> reversed(Answer page) {
    List<String> references = new ArrayList<>(page.items("reference"));
    Collections.reverse(references);
    return references;
  }
}
