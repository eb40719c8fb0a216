package uk.concordat.referral;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.DataClass;
import uk.concordat.codelist.CodeValue;
import uk.concordat.document.Document;

/**
 * The documents of a referral as the caller sees them.
 *
 * @param removable the identities of those that the caller may erase or withdraw
 * @param draft whether it was not sent yet: what they attached they may erase
 * @param attachable the classes under which they may attach one; empty where they may not
 * @param forms of a file for prosecutors that they may attach; empty for most referrals
 */
public record Documents(
    String reference,
    boolean draft,
    List<Document> seen,
    List<DataClass> attachable,
    List<CodeValue> forms,
    Set<UUID> removable) {
  /** Copies the lists. */
  public Documents {
    seen = List.copyOf(seen);
    attachable = List.copyOf(attachable);
    forms = List.copyOf(forms);
    removable = Set.copyOf(removable);
  }

  /** Whether the caller may attach one. */
  public boolean attaches() {
    return !attachable.isEmpty();
  }
}
