package uk.concordat.web.prosecution;

/**
 * A line of the task list of a file.
 *
 * @param label what there is to do
 * @param href where it is done; null where the line only says something
 * @param status how far it is
 * @param kind of the status tag; null for plain words
 */
public record FileTask(String label, String href, String status, String kind) {

  static FileTask of(String label, String href, boolean lacks, String done) {
    return new FileTask(label, href, lacks ? "Needed" : done, lacks ? "wait" : null);
  }
}
