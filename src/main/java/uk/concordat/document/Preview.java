package uk.concordat.document;

/** A picture of a page. */
public record Preview(String mediaType, byte[] bytes) {}
