package uk.concordat.web.court;

import java.util.HashMap;
import uk.concordat.web.TypedAnswers;

/** Answers as they were typed, by the name of their question. */
public class Typed extends HashMap<String, String> {
  private static final long serialVersionUID = 1L;

  void put(String question, Object stored) {
    if (stored != null) {
      super.put(question, stored.toString());
    }
  }

  String given(String question) {
    return TypedAnswers.blank(get(question));
  }

  <E extends Enum<E>> E constant(
      Class<E> type, String question, String field, TypedAnswers answers) {
    String given = given(question);
    return given == null ? null : answers.constant(type, given, field, null);
  }
}
