package uk.concordat.web.incident;

import uk.concordat.incident.Recording;
import uk.concordat.web.London;
import uk.concordat.web.referral.Words;

/** A recording decision in words. */
public class RecordingRow {
  private final Recording recording;
  private final Words words;

  RecordingRow(Recording recording, Words words) {
    this.recording = recording;
    this.words = words;
  }

  /** The decision. */
  public String getLabel() {
    return recording.label();
  }

  /** When, and who. */
  public String getMeta() {
    return London.dateTime(recording.at())
        + ". "
        + words.options().roleNames().getOrDefault(recording.role(), recording.role());
  }

  /** Why. */
  public String getRationale() {
    return recording.rationale();
  }

  /** The rules that it was made under. */
  public String getRegime() {
    return recording.regime();
  }

  /** When it is looked at again. */
  public String getReview() {
    return London.date(recording.reviewOn());
  }
}
