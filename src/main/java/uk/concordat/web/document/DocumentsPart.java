package uk.concordat.web.document;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import uk.concordat.referral.DocumentService;
import uk.concordat.referral.Documents;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** The documents of a referral, on the page of the referral. */
@Named
@RequestScoped
public class DocumentsPart {
  @Inject DocumentService documents;
  @Inject SignedInBean caller;
  private String ref;
  private Documents listed;

  /** The address is known before the view parameter is. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  private Documents listed() {
    if (listed == null) {
      listed = documents.beside(ref);
    }
    return listed;
  }

  /** Those that the caller sees, in words. */
  public List<DocumentRow> getRows() {
    var words = new Words(caller.getOptions());
    return listed().seen().stream()
        .map(document -> new DocumentRow(document, listed().reference(), words))
        .toList();
  }

  /** Those of them that are forms of a file for prosecutors and were not withdrawn. */
  public List<DocumentRow> getForms() {
    return getRows().stream()
        .filter(row -> row.form() != null && row.withdrawn() == null)
        .sorted(Comparator.comparing(row -> row.document().form()))
        .toList();
  }

  /** Whether the caller may attach one. */
  public boolean isAttaches() {
    return listed().attaches();
  }

  /** Reference of the referral. */
  public String getReference() {
    return listed().reference();
  }
}
