package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.ReferralContent;

/** What was the person targeted for? */
@Named
@RequestScoped
public class TargetedQuestion extends Question {
  private List<String> strands = List.of();

  @Override
  public Step getStep() {
    return Step.TARGETED;
  }

  @Override
  protected void show(ReferralContent content) {
    strands = content.strands().stream().map(Strand::name).toList();
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    return content.withStrands(
        strands.stream()
            .map(code -> constant(Strand.class, code, "strands", null))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  public List<String> getStrands() {
    return strands;
  }

  public void setStrands(List<String> strands) {
    this.strands = strands == null ? List.of() : strands;
  }
}
