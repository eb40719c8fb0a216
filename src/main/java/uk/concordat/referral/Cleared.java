package uk.concordat.referral;

import java.util.List;
import uk.concordat.access.DataClass;

/**
 * What may go to the receiver.
 *
 * @param dataClasses the classes that go
 * @param agreements those that let them through, as {@code code/version}
 */
record Cleared(List<DataClass> dataClasses, List<String> agreements) {}
