package uk.concordat.document;

import uk.concordat.kernel.NotFound;

/** A document was withdrawn, or its reader's sight of it ended, while it was sent. */
class GoneMeanwhile extends NotFound {
  private static final long serialVersionUID = 1L;
}
