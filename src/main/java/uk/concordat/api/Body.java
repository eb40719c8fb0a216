package uk.concordat.api;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.ClientErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import uk.concordat.kernel.InvalidInput;

/**
 * What a client sent: one JSON object in UTF-8, no key twice, not too much of it.
 *
 * @param json the object
 * @param digest SHA-256 of the bytes, in hexadecimal
 */
record Body(JsonObject json, String digest) {
  private static final int MOST = 2 * 1024 * 1024;

  static Body read(InputStream stream) {
    byte[] bytes = bytes(stream);
    return new Body(object(parse(bytes)), HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  private static byte[] bytes(InputStream stream) {
    try {
      byte[] bytes = stream.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new ClientErrorException(413);
      }
      return bytes;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static JsonValue parse(byte[] bytes) {
    String text = text(bytes);
    var strict =
        Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
    try (JsonParser whole = Json.createParser(new StringReader(text));
        JsonReader reader = strict.createReader(new StringReader(text))) {
      while (whole.hasNext()) { // the reader below would not see what follows the object
        whole.next();
      }
      return reader.readValue();
    } catch (RuntimeException malformed) {
      // The parser has several kinds; all mean the same: a mistake in it, a key twice, too deep.
      throw new MalformedJson();
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new MalformedJson();
    }
  }

  private static JsonObject object(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new InvalidInput("body", "wrong-type");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
