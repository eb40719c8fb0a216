package uk.concordat.web.referral;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import uk.concordat.referral.ReferralContent;

/**
 * Several questions on one page, for somebody with three minutes. Each keeps what it is about; this
 * one opens, saves and goes on for all of them.
 */
abstract class Questions extends Question {
  @Inject Instance<Question> all;

  @Override
  protected void show(ReferralContent content) {
    parts().forEach(part -> part.show(content));
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    ReferralContent merged = content;
    for (Question part : parts()) {
      merged = part.merge(merged);
      part.unreadable().forEach(this::refuse);
    }
    return merged;
  }

  private List<Question> parts() {
    return getStep().parts().stream().map(this::question).toList();
  }

  private Question question(Step step) {
    return all.stream().filter(each -> each.getStep() == step).findFirst().orElseThrow();
  }
}
