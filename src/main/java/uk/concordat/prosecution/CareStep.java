package uk.concordat.prosecution;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What can become of special measures (Youth Justice and Criminal Evidence Act 1999 ss.16 to 30) or
 * of the personal statement of somebody who was harmed.
 */
public enum CareStep {
  ASSESSED("Assessed for special measures"),
  WANTED("They want special measures"),
  NOT_WANTED("They want no special measures"),
  APPLIED("Special measures applied for"),
  GRANTED("Special measures granted"),
  REFUSED("Special measures refused"),
  STATEMENT_OFFERED("Personal statement offered"),
  STATEMENT_DECLINED("They make no personal statement"),
  STATEMENT_MADE("Personal statement made"),
  STATEMENT_UPDATED("Personal statement updated"),
  STATEMENT_WISH("How they want their personal statement heard"),
  STATEMENT_IN_COURT("Personal statement put before the court");

  private static final Set<CareStep> OF_MEASURES = EnumSet.of(WANTED, APPLIED, GRANTED, REFUSED);

  private final String label;

  CareStep(String label) {
    this.label = label;
  }

  /** The words for it. */
  public String label() {
    return label;
  }

  /** The name in the API, for example {@code statement-made}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The step of that name. */
  public static Optional<CareStep> of(String code) {
    return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
  }

  /** Whether it says which measures. */
  boolean ofMeasures() {
    return OF_MEASURES.contains(this);
  }

  /** Whether it has to be said why. */
  boolean explained() {
    return this == ASSESSED || this == REFUSED;
  }
}
