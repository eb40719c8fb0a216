package uk.concordat.stack;

/** Hears what the stack has just done. */
@FunctionalInterface
public interface Progress {
  /** One step, in words for the person who waits. */
  void step(String words);

  /** A listener that says nothing, for the tests. */
  static Progress silent() {
    return words -> {};
  }
}
