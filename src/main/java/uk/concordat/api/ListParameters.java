package uk.concordat.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Box;
import uk.concordat.referral.ListQuery;
import uk.concordat.referral.ReferralState;

/**
 * Reads the query of a list strictly: a parameter that is misspelt or given twice must not widen
 * the list.
 */
final class ListParameters {
  private static final Set<String> KNOWN =
      Set.of(
          "box", "open", "state", "from", "to", "strand", "reference", "sort", "limit", "cursor");

  private final MultivaluedMap<String, String> given;
  private final List<FieldError> errors = new ArrayList<>();

  private ListParameters(MultivaluedMap<String, String> given) {
    this.given = given;
  }

  static ListQuery read(MultivaluedMap<String, String> given) {
    var parameters = new ListParameters(given);
    parameters.checkNames();
    ListQuery query = parameters.query();
    if (!parameters.errors.isEmpty()) {
      throw new InvalidInput(parameters.errors);
    }
    return query;
  }

  private void checkNames() {
    given.forEach(
        (name, values) -> {
          if (!KNOWN.contains(name)) {
            wrong(name.substring(0, Math.min(name.length(), 100)), "unknown-parameter");
          } else if (values.size() > 1) {
            wrong(name, "repeated");
          }
        });
  }

  private ListQuery query() {
    ListQuery.Sort sort = code("sort", ListQuery.Sort.values(), ListParameters::lower);
    String limit = shaped("limit", "\\d{1,3}", "invalid");
    return new ListQuery(
        code("box", Box.values(), ListParameters::lower),
        open(),
        code("state", ReferralState.values(), Enum::name),
        shaped("from", "[A-Z0-9-]{1,60}", "unknown"),
        shaped("to", "[A-Z0-9-]{1,60}", "unknown"),
        code("strand", Strand.values(), Enum::name),
        shaped("reference", "[A-Z0-9-]{1,17}", "invalid"),
        sort == null ? ListQuery.Sort.DUE : sort,
        limit == null ? 25 : Integer.parseInt(limit),
        shaped("cursor", "[A-Za-z0-9_-]{1,500}", "invalid"));
  }

  private Boolean open() {
    String open = shaped("open", "true|false", "invalid");
    return open == null ? null : Boolean.valueOf(open);
  }

  private <E extends Enum<E>> E code(String name, E[] values, Function<E, String> spelling) {
    String code = given.getFirst(name);
    if (code == null) {
      return null;
    }
    return Arrays.stream(values)
        .filter(value -> spelling.apply(value).equals(code))
        .findFirst()
        .orElseGet(
            () -> {
              wrong(name, "unknown");
              return null;
            });
  }

  private String shaped(String name, String shape, String otherwise) {
    String value = given.getFirst(name);
    if (value == null || value.matches(shape)) {
      return value;
    }
    wrong(name, otherwise);
    return null;
  }

  private void wrong(String name, String code) {
    errors.add(new FieldError(name, code));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
