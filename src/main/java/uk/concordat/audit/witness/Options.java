package uk.concordat.audit.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.concordat.audit.note.NoteVerifier;

/** What stands after the command: {@code --name value}, or {@code --name} alone. */
final class Options {
  private final Map<String, String> values = new HashMap<>();

  /**
   * Reads the words.
   *
   * @param words from the second on
   * @param valued which options have a value
   * @param alone which have none
   */
  Options(List<String> words, Set<String> valued, Set<String> alone) {
    for (int i = 0; i < words.size(); i++) {
      String name = words.get(i);
      if (alone.contains(name)) {
        values.put(name, "");
      } else if (valued.contains(name) && i + 1 < words.size()) {
        values.put(name, words.get(++i));
      } else {
        throw new UsageException("Not known, or without its value: " + name);
      }
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String need(String name) {
    return get(name).orElseThrow(() -> new UsageException(name + " is needed"));
  }

  /** The log's keys, one in a line of a file; the present one and those before it. */
  List<NoteVerifier> keys() throws IOException {
    try (var lines = Files.lines(Path.of(need("--key")))) {
      List<NoteVerifier> keys =
          lines.filter(line -> !line.isBlank()).map(NoteVerifier::parse).toList();
      if (keys.isEmpty()) {
        throw new UsageException("The file of keys is empty");
      }
      return keys;
    }
  }
}
