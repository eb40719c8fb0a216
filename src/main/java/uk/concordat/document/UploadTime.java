package uk.concordat.document;

import java.time.Duration;

/**
 * How long somebody may take to send a file, of which only a few are taken in at once.
 *
 * @param all from its first byte to its last
 * @param silence between two bytes
 */
public record UploadTime(Duration all, Duration silence) {}
