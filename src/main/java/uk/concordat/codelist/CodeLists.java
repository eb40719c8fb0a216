package uk.concordat.codelist;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The pick lists as they stand on one day.
 *
 * @param values all entries of all lists, each list in its order
 */
public record CodeLists(List<CodeValue> values) {

  /** Copies the entries. */
  public CodeLists {
    values = List.copyOf(values);
  }

  /** The entries of a list. */
  public List<CodeValue> list(String name) {
    return values.stream().filter(value -> value.list().equals(name)).toList();
  }

  /** The entries of a list that may be chosen under a regime. */
  public List<CodeValue> list(String name, String regime) {
    return list(name).stream().filter(value -> value.appliesTo(regime)).toList();
  }

  /** Whether a list has the code. */
  public boolean has(String name, String code) {
    return list(name).stream().anyMatch(value -> value.code().equals(code));
  }

  /** The label of a code; the code itself where the list does not have it today; null for null. */
  public String label(String name, String code) {
    Map<String, String> labels =
        list(name).stream().collect(Collectors.toMap(CodeValue::code, CodeValue::label));
    return code == null ? null : labels.getOrDefault(code, code);
  }

  /** The hint of a code, or null. */
  public String hint(String name, String code) {
    return list(name).stream()
        .collect(Collectors.toMap(CodeValue::code, Function.identity()))
        .getOrDefault(code, new CodeValue(name, code, code, null, null))
        .hint();
  }
}
