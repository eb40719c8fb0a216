package uk.concordat.oversight;

import java.util.List;
import uk.concordat.audit.Witness;
import uk.concordat.audit.merkle.InclusionProof;

/**
 * That an entry is in the ledger as its host has signed it.
 *
 * @param fits whether the entry is the leaf, the path leads to the root, and the host signed that
 * @param path from the leaf to the root
 * @param since the first signed state that has the entry
 * @param newest the state that the path leads to
 * @param note the same as it was signed, with the lines of its witnesses
 * @param witnesses who has witnessed a state that has the entry, each with the first such
 */
public record EntryProof(
    boolean fits,
    InclusionProof path,
    Head since,
    Head newest,
    String note,
    List<Witness> witnesses) {}
