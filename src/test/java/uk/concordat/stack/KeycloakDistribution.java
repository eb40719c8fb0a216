package uk.concordat.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keycloak unpacked and built. The build costs twenty seconds, so it is done once per version and
 * options, into the cache.
 */
record KeycloakDistribution(Path folder) {
  private static final List<String> OPTIONS =
      List.of("--db=dev-file", "--health-enabled=true", "--metrics-enabled=false");
  private static final String OPENS = "--add-opens=java.base/%s=ALL-UNNAMED";

  static KeycloakDistribution in(Cache cache, Path log, Children children, Progress progress) {
    Path zip = zip();
    String version = zip.getFileName().toString().replaceAll("^keycloak-quarkus-dist-|\\.zip$", "");
    String name = "keycloak-%s-%08x".formatted(version, OPTIONS.hashCode());
    return new KeycloakDistribution(
        cache.folder(
            name,
            target -> {
              progress.step("Building Keycloak, once for this machine");
              make(zip, target, log, children);
            }));
  }

  private static Path zip() {
    Path zip = Path.of(System.getProperty("concordat.keycloak.zip", ""));
    if (!Files.isRegularFile(zip)) {
      throw new StackFailure(
          "Keycloak's distribution is not at '%s': start through mvn, or name the zip with -Dconcordat.keycloak.zip"
              .formatted(zip));
    }
    return zip;
  }

  private static void make(Path zip, Path target, Path log, Children children) {
    Archives.unzip(zip, target);
    KeycloakDistribution fresh = new KeycloakDistribution(target);
    List<String> build =
        Stream.of(fresh.java(target), List.of("build"), OPTIONS).flatMap(List::stream).toList();
    children.run("Keycloak's build", build, log);
  }

  /**
   * What kc.sh would run. The script itself stays out of it: it keeps Java as a child, whose number
   * nobody would know. The compiler stops at its first tier, which starts a third faster.
   */
  List<String> java(Path home) {
    List<String> command = new ArrayList<>(List.of(Jdk.java()));
    command.addAll(Jdk.shortLived());
    command.addAll(
        List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            OPENS.formatted("java.util"),
            OPENS.formatted("java.util.concurrent"),
            OPENS.formatted("java.security"),
            OPENS.formatted("java.lang"),
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-cp",
            folder.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    return command;
  }
}
