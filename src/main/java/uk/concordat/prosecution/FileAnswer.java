package uk.concordat.prosecution;

import java.time.LocalDate;

/**
 * What a file holds of what is needed.
 *
 * @param item code of the {@link FileItem}
 * @param words what it is, where it is found, or why it is not there
 * @param dueOn by when it follows; null unless it does
 */
public record FileAnswer(String item, Status status, String words, LocalDate dueOn) {
  /** Whether it is there. */
  public enum Status {
    THERE("In the file"),
    TO_FOLLOW("To follow"),
    NOT_THERE("There is none");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }
}
