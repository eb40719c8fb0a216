package uk.concordat.stack;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  /** A file system without a free byte that every Linux has. */
  private static final Path FULL = Path.of("/proc");

  @Test
  void aFullDiskIsToldBeforeTheStart() {
    assertThatThrownBy(() -> Folders.requireSpace(FULL))
        .isInstanceOf(StackFailure.class)
        .hasMessage("Only 0 MB are free at /proc: make room for 500 MB");
  }

  @Test
  void aFolderInUseIsMadeAndUsable(@TempDir Path parent) {
    assertThatNoException().isThrownBy(() -> Folders.usable(parent.resolve("a/b")));
  }
}
