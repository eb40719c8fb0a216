package uk.concordat.web.prosecution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.concordat.codelist.CodeLists;
import uk.concordat.prosecution.CareContent;
import uk.concordat.prosecution.CareEntry;
import uk.concordat.prosecution.WitnessCare;
import uk.concordat.web.London;

/**
 * Special measures and personal statements in sentences that can be read aloud.
 *
 * @param lists for the names of the measures
 */
public record CareWords(CodeLists lists) {

  /** One line a step, each person's together. */
  public List<FilePiece.Line> lines(WitnessCare care) {
    return care.people().stream()
        .flatMap(
            person ->
                care.entries().stream()
                    .filter(entry -> entry.content().person().equals(person))
                    .map(entry -> line(entry, care.people().size() > 1)))
        .toList();
  }

  private FilePiece.Line line(CareEntry entry, boolean several) {
    CareContent content = entry.content();
    return new FilePiece.Line(
        (several ? "Victim " + content.person() + ". " : "") + content.step().label(),
        said(content));
  }

  private String said(CareContent content) {
    List<String> said = new ArrayList<>();
    said.add("On " + London.date(content.on()));
    if (content.ground() != null) {
      said.add(content.ground().label());
    }
    if (!content.measures().isEmpty()) {
      said.add(measures(content));
    }
    if (content.wish() != null) {
      said.add(content.wish().label());
    }
    if (content.words() != null) {
      said.add(content.words());
    }
    return String.join(". ", said).replaceFirst("\\.?$", ".");
  }

  private String measures(CareContent content) {
    return content.measures().stream()
        .sorted()
        .map(code -> lists.label("special-measure", code))
        .collect(Collectors.joining(", "));
  }
}
