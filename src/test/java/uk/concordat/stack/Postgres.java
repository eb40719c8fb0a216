package uk.concordat.stack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A running PostgreSQL server, reachable from this machine only and by password only. */
public final class Postgres {
  /** The product's database. */
  public static final String DATABASE = "concordat";

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final int port;
  private final Secrets secrets;
  private final Child server;

  private Postgres(int port, Secrets secrets, Child server) {
    this.port = port;
    this.secrets = secrets;
    this.server = server;
  }

  /** Starts the server of a folder, which is made where it is missing; returns when it answers. */
  static Postgres start(Workplace place, Children children) {
    PostgresBinaries binaries = PostgresBinaries.in(place.cache());
    PostgresFolder folder = new PostgresFolder(folder(place));
    Path logs = place.logs();
    if (!folder.exists()) {
      folder.create(binaries, place.secrets().postgres(), logs.resolve("initdb.log"), children);
    }
    folder.clearStaleLock();
    List<String> command = command(binaries, folder, place);
    // INT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
    Child server =
        children.start(
            "PostgreSQL",
            "INT",
            PostgresUser.may(command),
            Map.of("TZ", "UTC"),
            logs.resolve("postgres.log"));
    Postgres postgres = new Postgres(place.ports().postgres(), place.secrets(), server);
    Waiting.untilReady(server, LIMIT, postgres::answers);
    return postgres;
  }

  /** Where its data lie. */
  static Path folder(Workplace place) {
    return place.data().resolve("postgres");
  }

  void kill(Children children) {
    children.kill(server);
  }

  private static List<String> command(
      PostgresBinaries binaries, PostgresFolder folder, Workplace place) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.postgres(),
                "-D",
                folder.path().toString(),
                "-p",
                Integer.toString(place.ports().postgres()),
                "-c",
                "listen_addresses=" + Ports.LOOPBACK,
                "-c",
                "unix_socket_directories=",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC"));
    if (place.shortLived() && !Measuring.on()) {
      command.addAll(List.of("-c", "fsync=off", "-c", "full_page_writes=off"));
    }
    return command;
  }

  /** The port on loopback. */
  public int port() {
    return port;
  }

  /**
   * Connections that may do anything: for the launcher and for tests that look behind the walls.
   */
  public DataSource superuser() {
    return source(DATABASE, "postgres", secrets.postgres());
  }

  /** Connections as the owner of the schema, who migrates it. */
  public DataSource owner() {
    return source(DATABASE, "concordat_owner", secrets.owner());
  }

  /** Connections as the role of the portal, which owns nothing. */
  public DataSource app() {
    return source(DATABASE, "concordat_app", secrets.app());
  }

  DataSource maintenance() {
    return source("postgres", "postgres", secrets.postgres());
  }

  private boolean answers() {
    try (Connection connection = maintenance().getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      if ("28P01".equals(e.getSQLState())) {
        throw new StackFailure(
            "The password of PostgreSQL is lost: start afresh with -Dconcordat.fresh=true", e);
      }
      return false;
    }
  }

  private DataSource source(String database, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {Ports.LOOPBACK});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }
}
