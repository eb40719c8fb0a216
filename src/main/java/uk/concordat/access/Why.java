package uk.concordat.access;

/** Why a class is shown or withheld; each has its sentence in the portal. */
public enum Why {
  DRAFT("You are drafting it."),
  OWNER("You started it."),
  ASSIGNEE("It is assigned to you."),
  SENDER("Your agency sent it."),
  RECIPIENT("Your agency received it."),
  HEADER("You oversee sharing by your agency."),
  GRANT("You asked for access and were given it."),
  BREAK_GLASS("You broke the glass."),
  ROLE("Your role does not see this."),
  ASK("The agency that holds it can let you see it."),
  AGREEMENT("No sharing agreement in force covers it."),
  ENDED("Your sight of it has ended."),
  NO_PART("You have no part in this record.");

  private final String sentence;

  Why(String sentence) {
    this.sentence = sentence;
  }

  /** For the reader whom it concerns. */
  public String sentence() {
    return sentence;
  }
}
