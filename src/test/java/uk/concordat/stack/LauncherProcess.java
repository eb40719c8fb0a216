package uk.concordat.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A launcher in a Java of its own, which a test may interrupt, end or kill. */
record LauncherProcess(Path data, Process java) {

  static LauncherProcess start(Path data, Ports ports) {
    // A Java that a background shell started would ignore INT, and so would its children.
    List<String> command =
        List.of(
            "env",
            "--default-signal=INT",
            Jdk.java(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dconcordat.data=" + data,
            "-Dconcordat.portal.port=" + ports.portal(),
            "-Dconcordat.management.port=" + ports.management(),
            "-Dconcordat.keycloak.port=" + ports.keycloak(),
            "-Dconcordat.keycloak.management.port=" + ports.keycloakManagement(),
            "-Dconcordat.postgres.port=" + ports.postgres(),
            DatabaseLauncher.class.getName());
    try {
      return new LauncherProcess(
          data, new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first line it says; null when it says none. */
  String firstLine() {
    try {
      return new BufferedReader(java.inputReader(StandardCharsets.UTF_8)).readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every process that it recorded, itself included, with all their descendants. */
  List<Long> family() {
    try (Stream<String> lines = Files.lines(data.resolve("processes"))) {
      return lines
          .map(line -> Long.valueOf(line.split(" ")[0]))
          .flatMap(pid -> ProcessHandle.of(pid).stream())
          .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
          .map(ProcessHandle::pid)
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void signal(String name) {
    send(name, List.of(java.pid()));
  }

  /** All at once, so that none of them can react to the end of another. */
  static void send(String name, List<Long> processes) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -s \"$0\" \"$@\"", name));
    processes.forEach(pid -> command.add(Long.toString(pid)));
    try {
      new ProcessBuilder(command).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a process runs; one that has ended and was not yet fetched by its parent does not. */
  static boolean runs(long pid) {
    try {
      String state = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return state.charAt(state.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException gone) {
      return false;
    }
  }
}
