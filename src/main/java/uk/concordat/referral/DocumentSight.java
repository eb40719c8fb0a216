package uk.concordat.referral;

import java.util.List;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.document.Document;

/**
 * What a caller sees of the documents of a referral, and what they may attach: what came from the
 * agency that sent it with its class, in full only; what the receiver attached as that agency's own
 * work.
 *
 * @param from code of the agency that sent it
 * @param agency the caller's
 * @param own the classes of their agency's own work that they see in full
 * @param action by which they attach; null where they may not
 * @param attachable under which classes they may
 */
record DocumentSight(
    Access access,
    String from,
    String agency,
    Set<DataClass> own,
    Action action,
    List<DataClass> attachable) {

  /** Whether they see that there is such a document. */
  boolean sees(Document document) {
    return document.holder().equals(from)
        ? access.level(document.dataClass()) == Level.FULL
        : document.holder().equals(agency) && own.contains(document.dataClass());
  }

  /** Whether they may attach something under that class, and withdraw it. */
  boolean attaches(DataClass dataClass) {
    return attachable.contains(dataClass);
  }
}
