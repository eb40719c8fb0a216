package uk.concordat.access;

import java.util.Arrays;
import java.util.List;

/** The eighteen compartments of a case, each with an audience of its own. */
public enum DataClass {
  D1("Reference, status and strand"),
  D2("Who was harmed"),
  D3("Equality monitoring"),
  D4("Needs, wishes and safe contact"),
  D5("What happened"),
  D6("Who is suspected"),
  D7("Antecedents and bail"),
  D8("Intelligence"),
  D9("Witness"),
  D10("CPS advice"),
  D11("Court outcome"),
  D12("Quality assurance"),
  D13("Clinical detail"),
  D14("Housing and anti-social behaviour history"),
  D15("Safeguarding"),
  D16("Feedback to the sender"),
  D17("Ledger"),
  D18("Statistics");

  private final String label;

  DataClass(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }

  /** The classes that belong to one record; the ledger and the statistics do not. */
  public static List<DataClass> ofRecord() {
    return Arrays.stream(values()).filter(one -> one.ordinal() < D17.ordinal()).toList();
  }

  /**
   * Whether no emergency opens it: intelligence, privileged advice, quality assurance, the ledger.
   */
  public boolean beyondBreakGlass() {
    return this == D8 || this == D10 || this == D12 || this == D17;
  }
}
