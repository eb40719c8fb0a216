package uk.concordat.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * What storing its entry costs a request, with sixteen at once. The product has no switch for that:
 * in the rounds without, a trigger of the benchmark's own throws the row away, so that everything
 * but the storing is done. The round trip that is left then is measured by itself and added.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class AppendBenchmark {
  private static final int WRITERS = 16;
  private static final int ROUNDS = 5;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration ROUND = Duration.ofSeconds(8);

  private final Api api;
  private final Stack stack;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  AppendBenchmark(Api api, Stack stack) {
    this.api = api;
    this.stack = stack;
  }

  @Test
  void anAppendBesideItsRequest() throws SQLException {
    String read = "/api/referrals/" + new Referrals(api).received().reference();
    report("audited read", get(read));
    report("create a draft", post(new Referrals(api).complete().toString()));
  }

  private void report(String what, IntFunction<Callable<?>> request) throws SQLException {
    new Load(WRITERS, WARM_UP).micros(request);
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      with.add(new Load(WRITERS, ROUND).micros(request));
      own(
          "create trigger thrown_away before insert on ledger_entry for each row execute function"
              + " bench_nothing()");
      without.add(new Load(WRITERS, ROUND).micros(request));
      own("drop trigger thrown_away on ledger_entry");
    }
    double stored = median(with);
    double thrown = median(without);
    double trip = median(List.of(roundTrip(), roundTrip(), roundTrip()));
    double cost = stored - thrown + trip;
    System.out.printf(
        "%s, %d at once: %.0f us with its entry, %.0f us without storing it, a round trip of %.0f us:"
            + " an append costs %.1f %% of the request (goal: under 10 %%)%n",
        what, WRITERS, stored, thrown, trip, 100 * cost / stored);
    assertThat(stored).isPositive();
  }

  private double roundTrip() {
    return new Load(WRITERS, Duration.ofSeconds(3))
        .micros(
            worker -> {
              Connection connection = connect();
              return () -> {
                try (Statement statement = connection.createStatement()) {
                  return statement.execute("select 1");
                }
              };
            });
  }

  private Connection connect() {
    try {
      return stack.postgres().owner().getConnection();
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  private IntFunction<Callable<?>> get(String path) {
    return worker -> () -> sent(request(path, "police.hco").build(), 200);
  }

  private IntFunction<Callable<?>> post(String body) {
    return worker ->
        () ->
            sent(
                request("/api/referrals", "council.officer")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                201);
  }

  private HttpRequest.Builder request(String path, String user) {
    return HttpRequest.newBuilder(URI.create(stack.portal() + path))
        .header("Authorization", "Bearer " + api.token(user));
  }

  private Object sent(HttpRequest request, int expected) throws Exception {
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    if (status != expected) {
      throw new IllegalStateException("Answered " + status);
    }
    return status;
  }

  private void own(String sql) throws SQLException {
    try (Connection connection = stack.postgres().owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create or replace function bench_nothing() returns trigger language plpgsql as $$ begin"
              + " return null; end $$");
      statement.execute(sql);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
