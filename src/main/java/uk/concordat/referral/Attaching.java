package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import uk.concordat.access.DataClass;
import uk.concordat.document.CheckedFile;
import uk.concordat.document.Document;
import uk.concordat.document.FileCheck;
import uk.concordat.document.Incoming;
import uk.concordat.document.Intake;
import uk.concordat.document.UploadTime;

/**
 * Attaches a file: asks whether it may be, has it checked, which takes seconds and holds nothing in
 * the database, and keeps it where it still may be.
 */
@ApplicationScoped
public class Attaching {
  @Inject AttachmentService attachments;
  @Inject Intake intake;
  @Inject FileCheck check;
  @Inject UploadTime time;

  /**
   * Asks first whether a file may be attached, and has it read and attached where there is a place
   * for its bytes: nobody's file is read for nothing, and not too many are in memory.
   *
   * @param dataClass null where none was chosen
   * @param key null for none
   * @param reads reads the file, and attaches it ({@link #attach})
   * @throws uk.concordat.document.Busy where there is no place
   */
  public Document asked(
      String reference, DataClass dataClass, String key, Supplier<Document> reads) {
    attachments.ask(reference, dataClass, key);
    return intake.inPlace(reads);
  }

  /**
   * A file that is being sent, which does not take for ever.
   *
   * @param length how many bytes it says it has; negative where it does not
   */
  public Incoming incoming(InputStream stream, long length) {
    return new Incoming(stream, length, time);
  }

  /**
   * Attaches it, as {@link AttachmentService#keep} says.
   *
   * @param form which form of a file for prosecutors it is; null for every other document
   * @param name that the file came with; null for none
   * @param key the same key with the same file answers the first document again; null for none
   * @param digest of what was sent, beside the key
   * @throws uk.concordat.kernel.InvalidInput with what is wrong with the file or the class
   * @throws uk.concordat.document.Busy where too many files are worked on
   * @throws uk.concordat.document.ScannerAway where it should be scanned and cannot be
   */
  public Document attach(
      String reference,
      DataClass dataClass,
      String form,
      String name,
      byte[] file,
      String key,
      String digest) {
    Optional<Document> first = attachments.asked(reference, dataClass, key, digest);
    if (first.isPresent()) {
      return first.get();
    }
    CheckedFile checked = check.check(name, file);
    return attachments.keep(reference, dataClass, form, checked, key, digest);
  }
}
