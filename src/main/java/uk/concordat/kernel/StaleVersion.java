package uk.concordat.kernel;

import java.util.UUID;

/** Somebody changed the record since this caller opened it; nothing was saved. */
public class StaleVersion extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String action;
  private final UUID record;

  /** Of a record that is not said. */
  public StaleVersion() {
    this(null, null);
  }

  /** Of that record, by somebody who wanted to do that to it. */
  public StaleVersion(String action, UUID record) {
    this.action = action;
    this.record = record;
  }

  /** Dotted name of what was tried; null where it is not said. */
  public String action() {
    return action;
  }

  /** The record; null where it is not said. */
  public UUID record() {
    return record;
  }
}
