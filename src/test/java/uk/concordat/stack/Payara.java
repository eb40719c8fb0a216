package uk.concordat.stack;

import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The portal: a running Payara Micro with the product's own WAR. */
public final class Payara {
  /** Named, it is not looked for among all libraries each time that some JSON is read or made. */
  private static final String JSON = "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl";

  private static final Duration LIMIT = Duration.ofSeconds(120);

  private final int port;
  private final int managementPort;
  private final Child server;

  private Payara(int port, int managementPort, Child server) {
    this.port = port;
    this.managementPort = managementPort;
    this.server = server;
  }

  /** Starts the server; it is not yet ready when this returns. */
  static Payara launch(Workplace place, Map<String, String> environment, Children children) {
    Path root = files(place);
    // A configuration that a killed server left behind would be read again.
    Folders.delete(root);
    Folders.make(root.resolve("tmp"));
    List<String> command = new ArrayList<>(List.of(Jdk.java()));
    command.addAll(Measuring.on() ? List.of() : Jdk.shortLived());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dconcordat.listen=" + Ports.LOOPBACK,
            JSON,
            "-Dconcordat.management.port=" + place.ports().management(),
            "-Djava.io.tmpdir=" + root.resolve("tmp"),
            "-jar",
            jar().toString(),
            "--nocluster",
            "--disablephonehome",
            "--rootdir",
            root.resolve("root").toString(),
            "--prebootcommandfile",
            preboot().toString(),
            "--port",
            Integer.toString(place.ports().portal()),
            "--maxhttpthreads",
            "24",
            "--deploy",
            war().toString(),
            "--contextroot",
            "/"));
    Child server =
        children.start(
            "The portal", "TERM", command, environment, place.logs().resolve("portal.log"));
    return new Payara(place.ports().portal(), place.ports().management(), server);
  }

  /** Where it lays aside whatever it does. */
  static Path files(Workplace place) {
    return place.data().resolve("payara");
  }

  ProcessHandle process() {
    return ProcessHandle.of(server.pid()).orElseThrow(() -> new StackFailure("The portal is gone"));
  }

  void kill(Children children) {
    children.kill(server);
  }

  /** Waits until the portal says that it is ready. */
  Payara awaitReady() {
    Waiting.untilReady(server, LIMIT, () -> Http.status(address() + "/ready") == 200 || refused());
    if (refused()) {
      throw new StackFailure("Payara refused the portal's WAR; see " + server.log());
    }
    return this;
  }

  /** A Payara that cannot deploy goes on without; waiting would not help. */
  private boolean refused() {
    try (Stream<String> lines = Files.lines(server.log())) {
      return lines.anyMatch(line -> line.contains("Exception while deploying the app"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The portal's address, without a slash at the end. */
  public String address() {
    return address(port);
  }

  /** The address of metrics and of health with its details. */
  public String managementAddress() {
    return address(managementPort);
  }

  static String address(int port) {
    return "http://localhost:" + port;
  }

  /** The commands of src/main/payara, which production uses too. */
  static Path preboot() {
    return Folders.source("src/main/payara/preboot.asadmin");
  }

  static Path war() {
    Path war = Folders.source(System.getProperty("concordat.war", "target/concordat.war"));
    if (!Files.isRegularFile(war)) {
      throw new StackFailure("There is no %s: build it with mvn package".formatted(war));
    }
    return war;
  }

  private static Path jar() {
    try {
      return Path.of(PayaraMicro.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new StackFailure("Payara Micro is not a file on the class path", e);
    }
  }
}
