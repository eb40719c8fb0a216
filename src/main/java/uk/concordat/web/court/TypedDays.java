package uk.concordat.web.court;

import java.time.LocalDate;
import java.util.HashMap;
import uk.concordat.web.DateParts;

/** Days as they were typed, by the name of their question; there is a place for each. */
public class TypedDays extends HashMap<String, DateParts> {
  private static final long serialVersionUID = 1L;

  @Override
  public DateParts get(Object question) {
    return computeIfAbsent((String) question, name -> new DateParts());
  }

  void put(String question, LocalDate stored) {
    super.put(question, DateParts.of(stored));
  }
}
