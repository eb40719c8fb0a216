package uk.concordat.kernel;

/** Handling marking under the Government Security Classifications policy; SECRET never enters. */
public enum Marking {
  OFFICIAL_SENSITIVE
}
