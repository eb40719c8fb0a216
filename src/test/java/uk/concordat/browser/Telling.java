package uk.concordat.browser;

/** Somebody tells the person harmed by letter, and reads aloud what they have been told. */
final class Telling {
  static final String NEXT = "What they are to be told next";
  static final String NOTHING = "There is nothing that they wait to be told by your agency.";

  private final Person teller;
  private final String reference;

  Telling(Person teller, String reference) {
    this.teller = teller;
    this.reference = reference;
  }

  /** A letter of that kind, just now. */
  void writes(String kind, String words) {
    teller.open("/referral/contact.xhtml?ref=" + reference);
    teller.choose("What was it about?", kind);
    teller.choose("Were they told?", "Yes");
    teller.select("How was it made or tried?", "Letter");
    teller.type("What they were told, in your own words", words);
    teller.press("Log the contact");
    teller.reads(kind + ". They were told.");
  }

  /** Opens what this person has been told, and reads these sentences there. */
  void readsAloud(String... sentences) {
    teller.open("/victim/told.xhtml?ref=" + reference);
    teller.sees("What has this person been told?");
    for (String sentence : sentences) {
      teller.reads(sentence);
    }
  }
}
