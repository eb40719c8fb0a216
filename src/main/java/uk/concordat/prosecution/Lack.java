package uk.concordat.prosecution;

/**
 * Something without which a file is not submitted.
 *
 * @param field where it belongs, for example {@code answers.HOSTILITY} or {@code charges}
 * @param defendant number of whose it is; null where it is the file's
 */
public record Lack(String field, Integer defendant) {}
