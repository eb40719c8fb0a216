package uk.concordat.document;

/** The bytes of a document, as they were kept. */
public record KeptFile(DocumentType type, byte[] bytes) {}
