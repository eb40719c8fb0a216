package uk.concordat.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HexFormat;
import java.util.List;
import uk.concordat.audit.Verb;
import uk.concordat.oversight.EntryProof;
import uk.concordat.oversight.EntryProofService;
import uk.concordat.oversight.Trail;
import uk.concordat.oversight.TrailEntry;
import uk.concordat.oversight.TrailService;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** One entry of the ledger with everything that it holds, and the proof that it is in the tree. */
@Named
@RequestScoped
public class EntryPage {
  @Inject TrailService trails;
  @Inject EntryProofService proofs;
  @Inject SignedInBean caller;
  private String id;
  private Trail trail;
  private EntryProof proof;

  /** Reads the entry and checks it. */
  public void open() {
    trail = trails.entry(PageAddress.id(id));
    proof = proofs.prove(getEntry()).orElse(null);
  }

  /** The entry. */
  public TrailEntry getEntry() {
    return trail.entries().get(0);
  }

  /** The same in words. */
  public EntryRow getRow() {
    return new EntryRow(getEntry(), trail.names(), new TrailWords(getWords()), isGoverned(), true);
  }

  /** Whether the reader governs the ledger. */
  public boolean isGoverned() {
    return caller.isMayGovern();
  }

  /** All that it is about. */
  public RecordNames getRecords() {
    TrailEntry entry = getEntry();
    return RecordNames.of(
        entry.recordType(), entry.records(), trail.names(), isGoverned(), Integer.MAX_VALUE);
  }

  /** The operation in words. */
  public String getOperation() {
    return TrailWords.verb(Verb.valueOf(getEntry().verb()));
  }

  /** What somebody set out to do. */
  public String getDoing() {
    return TrailWords.action(getEntry().action());
  }

  /** Why it was refused; null where it was permitted. */
  public String getReason() {
    return getEntry().permitted() ? null : TrailWords.reason(getEntry().reason());
  }

  /** The parts that were shown or changed. */
  public String getParts() {
    return TrailWords.parts(getEntry().dataClasses());
  }

  /** Sharing agreements that cover it. */
  public String getAgreements() {
    return TrailWords.agreements(getEntry().agreement());
  }

  /** Agencies that received something. */
  public String getRecipients() {
    return new TrailWords(getWords()).recipients(getEntry().recipients());
  }

  /** Why it was done, or null. */
  public String getPurpose() {
    return new TrailWords(getWords()).purpose(getEntry().purpose());
  }

  /** The proof; null while the entry has no place in the tree. */
  public EntryProof getProof() {
    return proof;
  }

  /** The signed states and hashes, as a verifier takes them. */
  public String getProofText() {
    StringBuilder text = new StringBuilder();
    text.append("leaf ").append(proof.path().leafIndex()).append('\n');
    text.append("size ").append(proof.path().treeSize()).append('\n');
    text.append("leaf hash ").append(hex(proof.path().leafHash())).append('\n');
    proof.path().hashes().forEach(hash -> text.append("path ").append(hex(hash)).append('\n'));
    return text.append('\n').append(proof.note()).toString();
  }

  /** Who has witnessed it, by agency, each with the time of the first state that has it. */
  public List<String> getWitnesses() {
    return proof.witnesses().stream()
        .map(
            witness ->
                getWords().agency(witness.agency())
                    + ", "
                    + London.dateTime(witness.at())
                    + ", at "
                    + number(witness.size())
                    + " entries")
        .toList();
  }

  /** When the first state that has it was signed. */
  public String getSince() {
    return London.dateTime(proof.since().at());
  }

  /** A number as people read it. */
  public String number(long value) {
    return "%,d".formatted(value);
  }

  /** Codes in words. */
  public Words getWords() {
    return new Words(caller.getOptions());
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
