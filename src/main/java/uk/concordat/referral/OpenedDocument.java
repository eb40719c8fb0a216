package uk.concordat.referral;

import uk.concordat.document.Document;

/** A document and its bytes. */
public record OpenedDocument(Document document, byte[] bytes) {}
