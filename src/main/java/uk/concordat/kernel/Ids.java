package uk.concordat.kernel;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identities of records: UUID version 7 (RFC 9562), so that they sort by age. */
public final class Ids {
  private Ids() {}

  /** A new identity. */
  public static UUID next() {
    return Generators.timeBasedEpochGenerator().generate();
  }
}
