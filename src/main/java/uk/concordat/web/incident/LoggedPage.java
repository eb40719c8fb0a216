package uk.concordat.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;
import uk.concordat.web.PageAddress;

/**
 * Says that an incident was logged. It reads nothing: whoever logged it may not be one who reads
 * it.
 */
@Named
@RequestScoped
public class LoggedPage {
  private String ref;

  @PostConstruct
  void address() {
    ref =
        Reference.parse(PageAddress.parameter("ref"))
            .filter(reference -> reference.kind() == Reference.Kind.INCIDENT)
            .map(Reference::text)
            .orElseThrow(NotFound::new);
  }

  /** Its reference. */
  public String getRef() {
    return ref;
  }
}
