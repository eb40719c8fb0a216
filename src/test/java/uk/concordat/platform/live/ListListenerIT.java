package uk.concordat.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.concordat.stack.TestDatabase;
import uk.concordat.stack.Waiting;

/**
 * The connection that listens, on a real database, out of a pool that keeps one: it goes back
 * without listening, or not at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListListenerIT {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String LISTENING =
      "pg_stat_activity where query = 'listen lists' and pid <> pg_backend_pid()";

  private TestDatabase database;
  private Connection pooled;
  private volatile int lent;
  private ListListener listener;

  @BeforeAll
  void database() {
    database = TestDatabase.start();
  }

  @AfterAll
  void noDatabase() {
    database.close();
  }

  @BeforeEach
  void listens() throws SQLException {
    lent = 0;
    pooled = database.postgres().superuser().getConnection();
    listener = new ListListener();
    listener.database = proxy(DataSource.class, this::lend);
    listener.threads =
        proxy(ManagedThreadFactory.class, (method, given) -> new Thread((Runnable) given[0]));
    listener.watchers = new Watchers();
    listener.start(null);
    assertThat(within(() -> count(LISTENING) == 1)).isTrue();
  }

  @Test
  void whatEndsThePortalGivesItBackWithoutListening() throws Exception {
    undeploy();
    assertThat(pooled.isClosed()).as("it is good").isFalse();
    try (Statement statement = pooled.createStatement();
        ResultSet channels = statement.executeQuery("select pg_listening_channels()")) {
      assertThat(channels.next()).as("it listens").isFalse();
    }
    assertThat(lent).as("nobody takes another").isOne();
    pooled.close();
  }

  @Test
  void oneThatIsDeadNeverGoesBackAndAnotherIsTaken() throws Exception {
    Connection dead = pooled;
    count("(select pg_terminate_backend(pid) from " + LISTENING + ") ended");
    assertThat(within(() -> lent == 2)).as("another").isTrue();
    assertThat(dead.isClosed()).as("aborted").isTrue();
    assertThat(within(() -> count(LISTENING) == 1)).isTrue();
    undeploy();
    pooled.close();
  }

  /** What the container does with it in the end. */
  private void undeploy() throws ReflectiveOperationException {
    for (Method method : ListListener.class.getDeclaredMethods()) {
      if (method.isAnnotationPresent(PreDestroy.class)) {
        method.setAccessible(true);
        method.invoke(listener);
      }
    }
  }

  /** The connection, which is not closed by whoever gives it back; a new one for one that is. */
  private Object lend(Method method, Object... given) throws Throwable {
    if (pooled.isClosed()) {
      pooled = database.postgres().superuser().getConnection();
    }
    lent++;
    Connection real = pooled;
    return proxy(
        Connection.class,
        (asked, with) -> asked.getName().equals("close") ? null : asked.invoke(real, with));
  }

  private interface Does {
    Object with(Method method, Object[] given) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Does what) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, given) -> {
              try {
                return what.with(method, given);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  private long count(String table) {
    try (Connection connection = database.postgres().superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static boolean within(BooleanSupplier condition) {
    return Waiting.until(LIMIT, condition);
  }
}
