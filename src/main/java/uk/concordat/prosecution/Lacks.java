package uk.concordat.prosecution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Says at once all that lacks in a file (domain.md 3.2). */
final class Lacks {
  private Lacks() {}

  static List<Lack> of(Prosecution file, List<FileItem> items) {
    List<Lack> lacks = new ArrayList<>();
    if (file.urn() == null) {
      lacks.add(new Lack("urn", null));
    }
    items.stream()
        .filter(FileItem::core)
        .filter(Predicate.not(item -> there(file, item)))
        .forEach(item -> lacks.add(new Lack("answers." + item.code(), null)));
    if (file.defendants().isEmpty()) {
      lacks.add(new Lack("defendants", null));
    }
    if (file.kind() == SubmissionKind.CHARGING_DECISION) {
      file.defendants().stream()
          .filter(one -> one.state().withPolice() && file.charges(one).isEmpty())
          .forEach(one -> lacks.add(new Lack("charges", one.number())));
    }
    return lacks;
  }

  private static boolean there(Prosecution file, FileItem item) {
    return file.answers().stream()
        .anyMatch(
            answer ->
                answer.item().equals(item.code()) && answer.status() == FileAnswer.Status.THERE);
  }
}
