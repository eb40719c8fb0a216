package uk.concordat.audit;

/**
 * A signed state of the tree.
 *
 * @param size how many leaves it has
 * @param root its root hash
 * @param note the checkpoint as it was signed (C2SP tlog-checkpoint)
 */
record SignedHead(long size, byte[] root, String note) {}
