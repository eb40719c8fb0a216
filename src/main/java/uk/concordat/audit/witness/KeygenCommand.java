package uk.concordat.audit.witness;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import uk.concordat.audit.note.Cosigner;

/** Makes the key pair of a witness. */
final class KeygenCommand {
  private final Console console;

  KeygenCommand(Console console) {
    this.console = console;
  }

  Outcome run(List<String> words) throws IOException {
    var options = new Options(words, Set.of("--name", "--out"), Set.of());
    Cosigner key = Cosigner.generate(options.need("--name"));
    Path secret = Path.of(options.need("--out"));
    try {
      // Nobody else may read it, from its first byte on.
      Files.createFile(
          secret,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException keptAsItIs) {
      throw new UsageException("There is a file of that name already: " + secret);
    }
    Files.writeString(secret, key.secret() + "\n");
    console.say(key.verifier().toString());
    return Outcome.CONSISTENT;
  }
}
