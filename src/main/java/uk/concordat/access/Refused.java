package uk.concordat.access;

/** The caller's role never has the action, whatever the record. */
public class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Action action;

  /** Names the action that was refused. */
  public Refused(Action action) {
    super(action.code());
    this.action = action;
  }

  /** What was refused. */
  public Action action() {
    return action;
  }
}
