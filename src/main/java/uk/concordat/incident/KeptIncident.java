package uk.concordat.incident;

import java.util.List;
import uk.concordat.kernel.FieldError;

/**
 * A draft after a page of it was saved.
 *
 * @param draft as it is stored now
 * @param refused what could not be stored and stayed as it was, in the order of the form
 * @param missing what it still needs to be logged, in the order of the form
 */
public record KeptIncident(IncidentView draft, List<FieldError> refused, List<FieldError> missing) {
  /** Copies the lists. */
  public KeptIncident {
    refused = List.copyOf(refused);
    missing = List.copyOf(missing);
  }
}
