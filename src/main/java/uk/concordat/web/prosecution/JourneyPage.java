package uk.concordat.web.prosecution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.journey.Journey;
import uk.concordat.journey.JourneyService;
import uk.concordat.journey.Wait;
import uk.concordat.web.SignedInBean;

/** A case from its first report on: as it was, without whose it is, or in plain sentences. */
@Named
@RequestScoped
public class JourneyPage {
  private static final Set<String> READERS = Set.of("case", "board", "victim");

  @Inject JourneyService journeys;
  @Inject SignedInBean caller;
  private String ref;
  private String reader;
  private Journey journey;

  /** The same beside this one, for another reader. */
  public record View(String label, String href, boolean here) {}

  /** A step, when it was, and what came after it. */
  public record Step(String stage, String when, String waited) {}

  /** Reads it. */
  public void open() {
    journey = journeys.of(ref);
    ref = journey.reference();
  }

  /** Whom it can be for. */
  public List<View> getViews() {
    return Stream.of(
            view("case", "The case"), view("board", "Without names"), view("victim", "To read out"))
        .toList();
  }

  private View view(String one, String label) {
    String address = "/prosecution/journey.xhtml?ref=" + ref + "&for=" + one;
    return new View(label, address, one.equals(getShown()));
  }

  /** For whom it is: {@code case}, {@code board} or {@code victim}. */
  public String getShown() {
    return reader != null && READERS.contains(reader) ? reader : "case";
  }

  /** The steps, for that reader. */
  public List<Step> getSteps() {
    JourneyWords words = words();
    return journey.waits().stream().map(wait -> step(wait, words)).toList();
  }

  private Step step(Wait wait, JourneyWords words) {
    var step = wait.after();
    return switch (getShown()) {
      case "board" ->
          new Step(
              step.stage().label(),
              "Day " + journey.dayOf(step) + ", " + words.kind(step.by()),
              wait.with() == null || wait.days() == 0
                  ? null
                  : JourneyWords.days(wait.days()) + ", waiting for " + words.kind(wait.with()));
      case "victim" -> new Step(words.plainly(step), null, words.waitedPlainly(wait));
      default -> new Step(step.stage().label(), words.when(step), words.waited(wait));
    };
  }

  /** How long all of it took. */
  public String getWhole() {
    return getShown().equals("case") ? words().whole() : words().anonymous();
  }

  private JourneyWords words() {
    return new JourneyWords(journey, caller.getOptions().agencies());
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getReader() {
    return reader;
  }

  public void setReader(String reader) {
    this.reader = reader;
  }
}
