package uk.concordat.document;

/**
 * A file that may be kept.
 *
 * @param name harmless and complete
 * @param pages how many of it can be looked at
 * @param bytes what is kept, which of a picture is not what was sent
 */
public record CheckedFile(
    DocumentName name, DocumentType type, int pages, byte[] bytes, Scan scan) {}
