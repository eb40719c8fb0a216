package uk.concordat.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.casework.CrimeContent;
import uk.concordat.casework.CrimeService;
import uk.concordat.casework.Crimes;
import uk.concordat.web.TypedAnswers;

/** Records a crime for a referral; what the referral answers already is filled in. */
@Named
@RequestScoped
public class CrimePage extends CrimeForm {
  @Inject CrimeService crimes;

  /** Opens the form. */
  public void open() {
    Crimes known = crimes.of(getRef());
    opened(known.reference(), known.version(), known.records());
    fill(known.proposed(), known.example());
  }

  @Override
  String latest() {
    return crimes.of(getRef()).version();
  }

  /** Records it. */
  public String record() throws IOException {
    var answers = new TypedAnswers();
    CrimeContent content = typed(answers);
    return keep(answers, "crime.", () -> crimes.record(getRef(), getVersion(), content));
  }
}
