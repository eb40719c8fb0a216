package uk.concordat.browser;

import java.time.LocalDate;
import java.util.List;

/** What the police answer on the pages of a file for prosecutors. */
final class FileAnswers {
  /** The parts of the checklist that no file goes without. */
  static final List<String> CORE =
      List.of(
          "What happened, and which offences it amounts to",
          "That it is recorded as a hate crime, and on which strands",
          "Who perceived hostility",
          "The evidence of hostility",
          "Whether the victim is willing to give evidence");

  /** Who is suspected in every story. */
  static final String SUSPECT = "Ivo Darvell";

  private final Person police;

  FileAnswers(Person police) {
    this.police = police;
  }

  void about() {
    police.type("Unique reference number", "41ZZ0000126");
    police.choose("What do you ask prosecutors for?", "A charging decision");
    police.choose("How soon do they have to decide?", "Green");
  }

  void suspect() {
    police.type("Name", SUSPECT);
    police.choose("Are they held?", "On bail");
  }

  /** An offence in its basic form. */
  void offence(String offence, LocalDate on) {
    police.date("On which day was it?", on);
    police.select("Offence", offence);
  }

  /** It is aggravated, with the basic form as its alternative. */
  void aggravated(String strand) {
    police.choose("Is it aggravated by hostility?", strand);
    police.choose("If it is aggravated, is the basic form proposed as its alternative?", "Yes");
  }

  void item() {
    police.choose("Is it in the file?", "It is in the file");
    police.type("What it is, where it is found, or why it is not there", "On page 3.");
  }

  /**
   * Puts all of it together and submits it.
   *
   * @param strand on which it is aggravated; null where it is proposed in its basic form alone
   */
  void submits(String reference, String offence, LocalDate on, String strand) {
    police.open("/prosecution/prepare.xhtml?ref=" + reference);
    police.follow("Start the file");
    about();
    police.press("Keep it");
    police.follow("Add somebody who is suspected");
    suspect();
    police.press("Keep it");
    police.follow("Propose a charge");
    offence(offence, on);
    if (strand != null) {
      aggravated(strand);
    }
    police.press("Propose it");
    for (String part : CORE) {
      police.follow(part);
      item();
      police.press("Keep it");
      police.sees("Put the file together");
    }
    police.follow("Check the file and submit it");
    police.press("Submit the file");
    police.reads("Submitted, since");
  }

  /** Says that they were charged today. */
  void charged(String reference) {
    police.open("/prosecution/file.xhtml?ref=" + reference);
    police.follow("Say when you did what was decided on " + SUSPECT);
    police.date("On which day were they charged", Story.today());
    police.press("Keep the day");
    police.reads("The police did what was decided");
  }
}
