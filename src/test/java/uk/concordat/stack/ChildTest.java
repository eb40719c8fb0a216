package uk.concordat.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  @Test
  void neverBeginsWhenItsLauncherDiesBeforeTheWatchdogKnowsIt(@TempDir Path folder)
      throws IOException {
    Path trace = folder.resolve("trace");
    Process process = new ProcessBuilder(Child.gated(List.of("touch", trace.toString()))).start();
    // What the kernel does for a launcher that was killed.
    process.getOutputStream().close();
    assertThat(process.onExit().join().exitValue()).isNotZero();
    assertThat(trace).doesNotExist();
  }
}
