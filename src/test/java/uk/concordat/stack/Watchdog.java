package uk.concordat.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Outlives a launcher that is killed and takes the launcher's children with it: a shell in a
 * session of its own, deaf to signals, that reads names of process groups from a pipe. The kernel
 * closes the pipe when the launcher dies, however it dies; the shell then ends every group it was
 * given.
 */
final class Watchdog implements AutoCloseable {
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      groups=
      while read -r word group; do
        case $word in
          done) exit 0 ;;
          forget)
            kept=
            for each in $groups; do
              [ "${each#*:}" = "$group" ] || kept="$kept $each"
            done
            groups=$kept ;;
          *) groups="$word:$group $groups" ;;
        esac
      done
      for each in $groups; do
        kill -s "${each%%:*}" -- "-${each#*:}" 2>/dev/null
      done
      turns=0
      while [ $turns -lt 40 ]; do
        alive=
        for each in $groups; do
          kill -s 0 -- "-${each#*:}" 2>/dev/null && alive=yes
        done
        [ -z "$alive" ] && exit 0
        turns=$((turns + 1))
        sleep 0.1
      done
      for each in $groups; do
        kill -s KILL -- "-${each#*:}" 2>/dev/null
      done
      """;

  private final Leftovers list;
  private final Process shell;

  Watchdog(Leftovers list) {
    this.list = list;
    try {
      shell =
          new ProcessBuilder(List.of("setsid", "sh", "-c", SCRIPT))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new StackFailure("The command setsid is missing: install package util-linux", e);
    }
    list.add("watchdog", shell.pid());
  }

  /** From now on the group dies with the launcher, asked first by the signal. */
  void guard(String name, String signal, long group) {
    list.add(name, group);
    say(signal + " " + group);
  }

  /** The group has ended; its number may soon be another's. */
  void forget(long group) {
    say("forget " + group);
  }

  private synchronized void say(String line) {
    try {
      shell.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      shell.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The watchdog is gone", e);
    }
  }

  @Override
  public void close() {
    if (shell.isAlive()) {
      say("done");
      shell
          .onExit()
          .orTimeout(2, TimeUnit.SECONDS)
          .exceptionally(late -> shell.destroyForcibly())
          .join();
    }
  }
}
