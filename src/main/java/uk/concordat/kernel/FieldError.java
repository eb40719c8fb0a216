package uk.concordat.kernel;

/**
 * One thing wrong with what was given.
 *
 * @param field dotted path of the field, such as {@code incident.postcode}
 * @param code stable code, such as {@code required}
 */
public record FieldError(String field, String code) {}
