package uk.concordat.web.prosecution;

import java.util.List;

/**
 * A part of a file as it is read.
 *
 * @param anchor by which the page leads to it
 * @param handling who may read it; null where that is everybody who reads the file
 * @param none what is said where it has no lines
 */
public record FilePiece(
    String anchor, String heading, String handling, List<Line> lines, String none) {
  /** One of its lines. */
  public record Line(String label, String text) {}

  /** Copies the lines. */
  public FilePiece {
    lines = List.copyOf(lines);
  }
}
