package uk.concordat.incident;

/**
 * What whoever decides has to be satisfied of.
 *
 * @param label in words
 */
public record RecordingTest(String code, String label) {}
