package uk.concordat.access;

/** The caller must prove again, and with a second factor, who they are. */
public class StepUpNeeded extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
