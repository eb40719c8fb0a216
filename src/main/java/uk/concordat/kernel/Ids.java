package uk.concordat.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/**
 * Identities of records: UUID version 7 (RFC 9562), so that they sort by age; those of one
 * millisecond too, as long as one server makes them.
 */
public final class Ids {
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /** A new identity. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
