package uk.concordat.referral;

import java.util.UUID;
import uk.concordat.access.DataClass;

/**
 * Where search found something, before anything of it is shown.
 *
 * @param own whether it stands in what the caller's agency keeps of its own work
 */
record Found(UUID referral, DataClass part, boolean own, Matched matched) {}
