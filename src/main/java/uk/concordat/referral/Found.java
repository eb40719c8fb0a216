package uk.concordat.referral;

import java.util.UUID;
import uk.concordat.access.DataClass;

/** Where search found something, before anything of it is shown. */
record Found(UUID referral, DataClass part, Matched matched) {}
