package uk.concordat.access;

import java.time.Instant;
import java.util.List;

/**
 * What was shown of a record at some time; never the content.
 *
 * @param action dotted name of what was done
 * @param dataClasses the classes that were rendered
 */
public record Shown(Instant at, String action, List<String> dataClasses) {}
