package uk.concordat.referral;

import java.util.List;
import java.util.UUID;
import uk.concordat.access.DataClass;

/**
 * A draft that nobody has touched for thirty days.
 *
 * @param agency the one that drafted it
 * @param classes what is written in it
 */
public record StaleDraft(UUID referral, String agency, long version, List<DataClass> classes) {}
