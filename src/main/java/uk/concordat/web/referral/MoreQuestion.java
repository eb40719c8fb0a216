package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import uk.concordat.referral.Compartment;
import uk.concordat.referral.Further;
import uk.concordat.referral.ReferralContent;
import uk.concordat.web.DateParts;
import uk.concordat.web.ErrorsBean;

/** What else do they need to know? Asks for the compartments that the role may fill in. */
@Named
@RequestScoped
public class MoreQuestion extends Question {
  private static final String BORN = "dateOfBirth";

  private final Map<String, String> typed = new HashMap<>();
  private DateParts born = new DateParts();

  @Override
  public Step getStep() {
    return Step.MORE;
  }

  @Override
  protected void show(ReferralContent content) {
    for (Compartment compartment : Compartment.values()) {
      for (Compartment.Field field : compartment.fields()) {
        typed.put(compartment.path(field), content.further().text(compartment, field.name()));
      }
    }
    born = DateParts.of(born(content.further()));
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    Further further = content.further();
    for (Compartment compartment : caller.getOptions().drafted()) {
      Map<String, String> texts = new HashMap<>(further.of(compartment));
      for (Compartment.Field field : compartment.fields()) {
        String path = compartment.path(field);
        if (getStep().fields().contains(path)) {
          texts.put(field.name(), blank(typed.get(path)));
        }
      }
      if (compartment == Compartment.SUSPECT) {
        LocalDate day = date(born, "suspect.dateOfBirth", born(content.further()));
        texts.put(BORN, Objects.toString(day, null));
      }
      further = further.with(compartment, texts);
    }
    return content.withFurther(further);
  }

  private static LocalDate born(Further further) {
    String day = further.text(Compartment.SUSPECT, BORN);
    return day == null ? null : LocalDate.parse(day);
  }

  /** Whether the role may fill in the compartment of that name. */
  public boolean asks(String compartment) {
    return caller.getOptions().drafted().contains(Compartment.valueOf(compartment));
  }

  /** Whether a compartment stands open: something is in it, or something in it is wrong. */
  public boolean open(String name) {
    Compartment compartment = Compartment.valueOf(name);
    return compartment.fields().stream()
        .map(compartment::path)
        .filter(path -> getStep().fields().contains(path) && !path.equals("clinical.safeguarding"))
        .anyMatch(path -> blank(typed.get(path)) != null || errors.of(ErrorsBean.id(path)) != null);
  }

  /** What was typed, by field, for example {@code suspect.name}. */
  public Map<String, String> getTyped() {
    return typed;
  }

  public DateParts getBorn() {
    return born;
  }
}
