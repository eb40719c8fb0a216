package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.access.StepUpNeeded;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.oversight.TransientFile;
import uk.concordat.referral.ListExportService;
import uk.concordat.web.Download;
import uk.concordat.web.ErrorsBean;

/** Takes the list that its reader came from out as a file, once they have said what for. */
@Named
@RequestScoped
public class ListExportPage {
  @Inject ListExportService lists;
  @Inject InboxPage list;
  @Inject ErrorsBean errors;
  private String purpose;

  /** Opens the question for those who may, and have just proved who they are. */
  public void open() {
    lists.prepare();
  }

  /** Sends the file. */
  public String export() throws IOException {
    var file = new TransientFile("list");
    try {
      file.fill(to -> lists.export(list.getForm().query(null), purpose, to));
      Download.send(file, "text/csv;charset=UTF-8", "concordat-referrals.csv");
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(one -> new FieldError("list-purpose", one.code()))
          .forEach(errors::add);
    } catch (StepUpNeeded again) {
      errors.add(new FieldError("list-proof", "required"));
    }
    return null;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }
}
