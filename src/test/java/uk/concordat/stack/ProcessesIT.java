package uk.concordat.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However the launcher ends, nothing it started is left; and the next one starts. */
@Timeout(60)
class ProcessesIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "KILL"})
  void leavesNoProcess(String signal) {
    LauncherProcess launcher = started(Ports.free());
    List<Long> family = launcher.family();
    assertThat(family)
        .as("launcher, watchdog, PostgreSQL and its own children")
        .hasSizeGreaterThan(5);
    launcher.signal(signal);
    assertThat(Waiting.until(SOON, () -> family.stream().noneMatch(LauncherProcess::runs)))
        .as("all of %s end after %s", family, signal)
        .isTrue();
  }

  @Test
  void startsAgainAtOnceAfterKill() {
    Ports ports = Ports.free();
    started(ports).signal("KILL");
    LauncherProcess second = started(ports);
    end(second);
  }

  @Test
  void clearsTheLockOfAPowerCut() throws IOException {
    Ports ports = Ports.free();
    LauncherProcess first = started(ports);
    List<Long> family = first.family();
    LauncherProcess.send("KILL", family);
    assertThat(Waiting.until(SOON, () -> family.stream().noneMatch(LauncherProcess::runs)))
        .isTrue();
    Path lock = data.resolve("postgres/postmaster.pid");
    List<String> lines = Files.readAllLines(lock);
    // After the reboot the number is that of a stranger: this test.
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(lock, lines);
    end(started(ports));
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal", "management", "keycloak", "keycloak.management", "postgres"})
  void aTakenPortIsOneLine(String owner) throws Exception {
    Ports ports = Ports.free();
    int port = ports.byOwner().get(owner);
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName(Ports.LOOPBACK))) {
      assertThat(taken.isBound()).isTrue();
      assertThat(refusal(data, ports))
          .isEqualTo(
              "Port %d is taken: stop what uses it, or choose another with -Dconcordat.%s.port=<port>"
                  .formatted(port, owner));
    }
  }

  @Test
  void aPortGivenTwiceIsOneLine() throws Exception {
    Ports free = Ports.free();
    Ports twice = new Ports(free.portal(), free.portal(), free.keycloak(), 1, 2, 0);
    assertThat(refusal(data, twice))
        .isEqualTo(
            "Port %d is given to two servers: choose another with -Dconcordat.<server>.port=<port>"
                .formatted(free.portal()));
  }

  /** Root may write everywhere but to /proc, whose folder is there and takes no files. */
  @ParameterizedTest
  @CsvSource({"/proc, cannot be written to", "/proc/concordat, cannot be made"})
  void aFolderThatTakesNoFilesIsOneLine(Path folder, String words) throws Exception {
    assertThat(refusal(folder, Ports.free()))
        .startsWith("Folder %s %s: give yourself the right".formatted(folder, words));
  }

  @Test
  void whatNobodyForesawIsOneLineToo() throws Exception {
    Files.createDirectory(data.resolve("secrets.properties"));
    assertThat(refusal(data, Ports.free())).isEqualTo("IOException: Is a directory");
  }

  @Test
  void aSecondLauncherInTheSameFolderIsOneLine() {
    LauncherProcess first = started(Ports.free());
    LauncherProcess second = LauncherProcess.start(data, Ports.free());
    assertThat(second.firstLine()).startsWith("Concordat already runs from this folder");
    end(first);
  }

  /** The one line of a launcher that does not start. */
  private static String refusal(Path data, Ports ports) throws Exception {
    Process java = LauncherProcess.start(data, ports).java();
    boolean ended = java.waitFor(20, TimeUnit.SECONDS);
    if (!ended) {
      // One that started after all must not outlive its test; its watchdog sees to its children.
      java.destroyForcibly();
    }
    assertThat(ended).isTrue();
    assertThat(java.exitValue()).isNotZero();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.lines()).hasSize(1);
    return said.strip();
  }

  private LauncherProcess started(Ports ports) {
    LauncherProcess launcher = LauncherProcess.start(data, ports);
    assertThat(launcher.firstLine()).isEqualTo(DatabaseLauncher.READY);
    return launcher;
  }

  private static void end(LauncherProcess launcher) {
    List<Long> family = launcher.family();
    launcher.signal("TERM");
    assertThat(Waiting.until(SOON, () -> family.stream().noneMatch(LauncherProcess::runs)))
        .isTrue();
  }
}
