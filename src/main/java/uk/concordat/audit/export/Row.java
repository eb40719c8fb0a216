package uk.concordat.audit.export;

/** What is left of one entry and where it stands in the tree. */
public sealed interface Row permits KeptRow, DisposedRow, WithheldRow {
  /** Its place, from 0. */
  long leaf();

  /** The hash of the leaf that the tree has there. */
  byte[] hash();
}
