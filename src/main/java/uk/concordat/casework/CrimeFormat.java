package uk.concordat.casework;

/**
 * How a force numbers its crimes today.
 *
 * @param shape a regular expression
 * @param example such a number
 */
public record CrimeFormat(String shape, String example) {}
