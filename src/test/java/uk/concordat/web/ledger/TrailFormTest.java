package uk.concordat.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.audit.Verb;
import uk.concordat.oversight.TrailFilter;
import uk.concordat.web.ErrorsBean;

class TrailFormTest {
  private final TrailForm form = new TrailForm("/ledger/ledger.xhtml");
  private final ErrorsBean errors = new ErrorsBean();

  @Test
  void narrowsNothingWhereNothingIsGiven() {
    form.getGiven().put("since", " ");
    TrailFilter filter = form.filter(errors);
    assertThat(filter)
        .isEqualTo(new TrailFilter(null, null, null, null, null, null, null, null, null, null));
    assertThat(errors.isAny()).isFalse();
    assertThat(form.isAny()).isFalse();
  }

  @Test
  void readsDaysAsTheyAreInLondonTheLastOneToItsEnd() {
    form.getGiven().put("since", "5 7 2026");
    form.getGiven().put("until", "19/11/2026");
    TrailFilter filter = form.filter(errors);
    assertThat(filter.since()).isEqualTo("2026-07-04T23:00:00Z");
    assertThat(filter.until()).isEqualTo("2026-11-20T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "since, yesterday",
    "until, 31 2 2026",
    "until, 31 12 9999",
    "since, 1 1 0000",
    "verb, READ",
    "who, me",
    "from, a'b",
    "reading, bulky",
  })
  void tellsWhatItCannotRead(String name, String text) {
    form.getGiven().put(name, text);
    form.filter(errors);
    assertThat(errors.of(name)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"HCR-2026-000137-L, true", "r-2f6e-5a1b-8c46, true", "HCR-2026-000137-A, false"})
  void takesAReferenceOrANumberOfARecord(String called, boolean taken) {
    form.getGiven().put("record", called);
    assertThat(form.record(errors)).isEqualTo(taken ? called : null);
    assertThat(errors.isAny()).isEqualTo(!taken);
  }

  @Test
  void keepsTheOtherFiltersInAnAddress() {
    form.getGiven().put("verb", Verb.ALTER.name());
    form.getGiven().put("since", "5 7 2026");
    assertThat(form.address("reading", "bulk"))
        .isEqualTo("/ledger/ledger.xhtml?verb=ALTER&since=5+7+2026&reading=bulk");
    assertThat(form.address("verb", "")).isEqualTo("/ledger/ledger.xhtml?since=5+7+2026");
  }
}
