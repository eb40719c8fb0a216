package uk.concordat.access;

import java.util.Optional;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import net.jqwik.api.lifecycle.Store;
import uk.concordat.stack.TestDatabase;

/** Gives properties one PostgreSQL for the run. */
final class DatabaseHook implements ResolveParameterHook {

  /** Closed by jqwik with the store that holds it. */
  private static final class Held implements Store.CloseOnReset {
    private final TestDatabase database = TestDatabase.start();

    @Override
    public void close() {
      database.close();
    }
  }

  @Override
  public Optional<ParameterSupplier> resolve(
      ParameterResolutionContext parameter, LifecycleContext context) {
    return parameter.typeUsage().isOfType(TestDatabase.class)
        ? Optional.of(try_ -> held().database)
        : Optional.empty();
  }

  private static Held held() {
    return Store.getOrCreate(TestDatabase.class, Lifespan.RUN, Held::new).get();
  }
}
