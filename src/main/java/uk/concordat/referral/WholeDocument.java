package uk.concordat.referral;

import uk.concordat.document.Document;

/** A document and all of its bytes, to be drawn. */
public record WholeDocument(Document document, byte[] bytes) {}
