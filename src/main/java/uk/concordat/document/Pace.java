package uk.concordat.document;

import java.time.Duration;

/** How long a file takes that is being sent, from when this is made. */
final class Pace {
  private final UploadTime time;
  private final long began = System.nanoTime();
  private long last = began;

  Pace(UploadTime time) {
    this.time = time;
  }

  /**
   * Something came, or was waited for in vain.
   *
   * @throws TooSlow where that took too long, or all of it does
   */
  void came() {
    long now = System.nanoTime();
    if (longer(time.silence(), now - last) || longer(time.all(), now - began)) {
      throw new TooSlow();
    }
    last = now;
  }

  private static boolean longer(Duration limit, long nanos) {
    return nanos >= limit.toNanos();
  }
}
