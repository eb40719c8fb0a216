package uk.concordat.referral;

import java.util.List;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.caller.Caller;
import uk.concordat.document.Document;

/**
 * What a caller sees of the documents of a referral, and what they may do with them: what came from
 * the agency that sent it they see with its class, in full only; what the receiver attached as that
 * agency's own work.
 *
 * @param from code of the agency that sent it
 * @param caller who they are
 * @param draft whether it was not sent yet
 * @param own the classes of their agency's own work that they see in full
 * @param action by which they attach, withdraw or erase; null where they do none of it
 * @param attachable under which classes they may attach one now
 * @param kept of which classes they may withdraw what their agency attached, or erase it from a
 *     draft
 */
record DocumentSight(
    Access access,
    String from,
    Caller caller,
    boolean draft,
    Set<DataClass> own,
    Action action,
    List<DataClass> attachable,
    List<DataClass> kept) {

  /** Whether they see that there is such a document. */
  boolean sees(Document document) {
    return senders(document)
        ? access.level(document.dataClass()) == Level.FULL
        : ours(document) && own.contains(document.dataClass());
  }

  /** Whether it came from the agency that sent the referral. */
  boolean senders(Document document) {
    return document.holder().equals(from);
  }

  /** Whether they may attach something under that class now. */
  boolean attaches(DataClass dataClass) {
    return attachable.contains(dataClass);
  }

  /** Whether they may withdraw it, if that was not done. */
  boolean withdraws(Document document) {
    return !draft && ours(document) && kept.contains(document.dataClass());
  }

  /** Whether they may erase it. */
  boolean erases(Document document) {
    return draft
        && document.attachedBy().equals(caller.subject())
        && ours(document)
        && kept.contains(document.dataClass());
  }

  private boolean ours(Document document) {
    return document.holder().equals(caller.agency());
  }
}
