package uk.concordat.document;

import java.util.List;

/**
 * The bytes of a document as they lie in the database.
 *
 * @param keyName the key that opens the document's own
 * @param key the document's own key, sealed under that
 * @param chunks the content, sealed under the document's own key, in order
 */
record Sealed(String keyName, byte[] key, List<byte[]> chunks) {}
