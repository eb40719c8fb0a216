package uk.concordat.audit.export;

/**
 * An entry that is there but not for whoever asked for the export: its hash alone, so that the tree
 * can still be rebuilt.
 *
 * @param leaf its place, from 0
 * @param hash what the tree has there
 */
public record WithheldRow(long leaf, byte[] hash) implements Row {}
