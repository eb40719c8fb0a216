package uk.concordat.platform.live;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens to the database on a connection of its own for as long as the portal runs, so that a
 * change on any node reaches the open lists of this one. Where the connection is lost, whoever has
 * a list open is told as soon as there is another: something may have been missed.
 */
@ApplicationScoped
class ListListener {
  private static final Logger LOG = Logger.getLogger(ListListener.class.getName());
  private static final int WAIT = 1_000;

  @Resource(lookup = "java:app/jdbc/concordat")
  DataSource database;

  @Resource ManagedThreadFactory threads;
  @Inject Watchers watchers;
  @Inject ListPush push;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Thread listening;

  void start(@Observes @Initialized(ApplicationScoped.class) Object portal) {
    listening = threads.newThread(this::listen);
    listening.start();
  }

  private void listen() {
    boolean missed = false;
    while (stopped.getCount() > 0) {
      try (Connection connection = database.getConnection()) {
        listen(connection, missed);
      } catch (SQLException | RuntimeException lost) {
        LOG.log(
            Level.WARNING,
            "Open lists are not told of changes until this is over: {0}",
            lost.getClass());
      }
      missed = true;
      await();
    }
  }

  private void listen(Connection connection, boolean missed) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen lists");
      hear(connection, missed);
    } finally {
      release(connection);
    }
  }

  /** It goes back to the others without listening, or not at all. */
  private static void release(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("unlisten lists");
    } catch (SQLException stillListening) {
      connection.abort(Runnable::run);
    }
  }

  private void hear(Connection connection, boolean missed) throws SQLException {
    if (missed) {
      tell(connection, null);
    }
    PGConnection notifications = connection.unwrap(PGConnection.class);
    while (stopped.getCount() > 0) {
      PGNotification[] heard = notifications.getNotifications(WAIT);
      if (heard != null && heard.length > 0) {
        tell(
            connection,
            Arrays.stream(heard)
                .map(PGNotification::getParameter)
                .collect(Collectors.joining(",", "[", "]")));
      }
    }
  }

  /**
   * Tells those whose lists the changes are in. Who that is, the database says now: what somebody
   * sees may have become another since they opened their list.
   *
   * @param changes null where nobody knows what they were: everybody looks
   */
  private void tell(Connection connection, String changes) throws SQLException {
    Set<UUID> subjects = watchers.subjects();
    if (subjects.isEmpty()) {
      return;
    }
    Set<UUID> told = new HashSet<>();
    try (PreparedStatement question =
        connection.prepareStatement("select whose_lists(cast(? as uuid[]), cast(? as jsonb))")) {
      question.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
      question.setString(2, changes);
      try (ResultSet rows = question.executeQuery()) {
        while (rows.next()) {
          told.add((UUID) rows.getObject(1));
        }
      }
    }
    push.changed(watchers.news(told));
  }

  private void await() {
    try {
      stopped.await(WAIT, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  @PreDestroy
  void stop() {
    stopped.countDown();
    try {
      listening.join(2L * WAIT); // its connection goes back before there is no pool any more
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
