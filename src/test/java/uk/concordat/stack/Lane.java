package uk.concordat.stack;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A stack and whatever tests made to work with it. A test class has it for itself as long as it
 * runs; the next one finds what those before it left.
 */
public final class Lane implements AutoCloseable {
  private final Stack stack = Stack.forTests();
  private final Map<Class<?>, Object> parts = new LinkedHashMap<>();

  Lane() {}

  /** The running product. */
  public Stack stack() {
    return stack;
  }

  /** What works with this stack, made at first need and closed with it. */
  public synchronized <T> T part(Class<T> type, Function<Lane, ? extends T> maker) {
    Object part = parts.get(type);
    if (part == null) {
      part = maker.apply(this);
      parts.put(type, part);
    }
    return type.cast(part);
  }

  @Override
  public void close() {
    try (stack) {
      for (Object part : parts.values()) {
        if (part instanceof Closeable closeable) {
          closeable.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
