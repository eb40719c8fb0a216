package uk.concordat.web.document;

import java.util.Locale;
import uk.concordat.document.Document;
import uk.concordat.document.Scan;
import uk.concordat.web.London;
import uk.concordat.web.referral.Words;

/**
 * A document in words.
 *
 * @param reference of its referral
 * @param words for agencies and roles
 */
public record DocumentRow(Document document, String reference, Words words) {
  private static final long KILO = 1024;

  /** The part of the referral whose audience it has. */
  public String part() {
    return document.dataClass().label();
  }

  /** The name of the file. */
  public String name() {
    return document.name().text();
  }

  /** Which form of a file for prosecutors it is; null for every other document. */
  public String form() {
    return words.label("mg-form", document.form());
  }

  /** Kind and size. */
  public String kind() {
    return document.type().label() + ", " + size(document.size());
  }

  /** Who attached it, and when. */
  public String attached() {
    return "Attached by %s on %s"
        .formatted(
            words.who(document.role(), document.holder()), London.dateTime(document.attachedAt()));
  }

  /** What is known of viruses. */
  public String scan() {
    return document.scan().label();
  }

  /** How that is marked. */
  public String scanTone() {
    return document.scan() == Scan.CLEAN ? "done" : "wait";
  }

  /** That it was withdrawn, and why; null where it was not. */
  public String withdrawn() {
    Document.Withdrawal withdrawal = document.withdrawn();
    return withdrawal == null
        ? null
        : "Withdrawn by %s on %s: %s"
            .formatted(
                words.who(withdrawal.role(), document.holder()),
                London.dateTime(withdrawal.at()),
                withdrawal.reason());
  }

  /** Its page. */
  public String href() {
    return "/document/document.xhtml?ref=" + reference + "&id=" + document.id();
  }

  /** The file itself. */
  public String file() {
    return "/file/" + reference + "/" + document.id();
  }

  /** The picture of a page. */
  public String page(int number) {
    return file() + "/" + number;
  }

  static String size(long bytes) {
    if (bytes < KILO) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    return bytes < KILO * KILO
        ? "%d KB".formatted(bytes / KILO)
        : String.format(Locale.UK, "%.1f MB", (double) bytes / (KILO * KILO));
  }
}
