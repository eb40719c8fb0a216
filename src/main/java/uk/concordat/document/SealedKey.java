package uk.concordat.document;

/**
 * The key of a document as it lies in the database.
 *
 * @param name of the key that opens it
 * @param bytes it, sealed under that
 */
record SealedKey(String name, byte[] bytes) {}
