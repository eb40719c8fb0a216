package uk.concordat.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import uk.concordat.incident.IncidentContent;
import uk.concordat.kernel.Strand;

/** What was somebody targeted for, and who believes it? */
@Named
@RequestScoped
public class IncidentWhyQuestion extends IncidentQuestion {
  private List<String> strands = List.of();
  private List<String> others = List.of();
  private List<String> perceivedBy = List.of();

  @Override
  public IncidentStep getStep() {
    return IncidentStep.WHY;
  }

  @Override
  protected void show(IncidentContent content) {
    strands = content.strands().stream().map(Strand::name).toList();
    others = content.others();
    perceivedBy = content.account().perceivedBy();
  }

  @Override
  protected IncidentContent merge(IncidentContent content) {
    Set<Strand> targeted =
        strands.stream()
            .map(code -> answers.constant(Strand.class, code, "strands", null))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return content
        .withTargeted(targeted, others)
        .withAccount(content.account().withPerceivedBy(perceivedBy));
  }

  public List<String> getStrands() {
    return strands;
  }

  public void setStrands(List<String> strands) {
    this.strands = strands == null ? List.of() : strands;
  }

  public List<String> getOthers() {
    return others;
  }

  public void setOthers(List<String> others) {
    this.others = others == null ? List.of() : others;
  }

  public List<String> getPerceivedBy() {
    return perceivedBy;
  }

  public void setPerceivedBy(List<String> perceivedBy) {
    this.perceivedBy = perceivedBy == null ? List.of() : perceivedBy;
  }
}
