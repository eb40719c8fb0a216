package uk.concordat.incident;

/**
 * One thing wrong with a file.
 *
 * @param row number of the row, the heading being 1
 * @param field name of the column
 * @param code stable code, such as {@code required}
 */
public record RowError(int row, String field, String code) {}
