package uk.concordat.document;

/**
 * A file that may be kept.
 *
 * @param name harmless and complete
 * @param bytes what is kept, which of a picture is not what was sent
 */
public record CheckedFile(DocumentName name, DocumentType type, byte[] bytes, Scan scan) {}
