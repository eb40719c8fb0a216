package uk.concordat.platform.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.concordat.document.DocumentKeys;
import uk.concordat.document.ScannerAddress;
import uk.concordat.document.UploadTime;

/**
 * The keys of documents, the address of clamd and how long a file may take to be sent, from
 * MicroProfile Config only. A key is written {@code name:base64} of 32 bytes. To change it, put the
 * new one in its place, under another name, and the old one in front of the retired ones, parted by
 * spaces.
 */
@ApplicationScoped
class DocumentSettings {
  private static final int KEY = 32;

  @Inject
  @ConfigProperty(name = "concordat.document.key")
  String key;

  @Inject
  @ConfigProperty(name = "concordat.document.retired.keys")
  Optional<String> retired;

  @Inject
  @ConfigProperty(name = "concordat.clamav.host")
  Optional<String> host;

  @Inject
  @ConfigProperty(name = "concordat.clamav.port", defaultValue = "3310")
  int port;

  @Inject
  @ConfigProperty(name = "concordat.document.upload.seconds", defaultValue = "600")
  int uploadSeconds;

  @Inject
  @ConfigProperty(name = "concordat.document.upload.silent.seconds", defaultValue = "30")
  int silentSeconds;

  @Produces
  @Singleton
  UploadTime uploadTime() {
    return new UploadTime(Duration.ofSeconds(uploadSeconds), Duration.ofSeconds(silentSeconds));
  }

  @Produces
  @Singleton
  DocumentKeys keys() {
    Map<String, SecretKey> keys = new HashMap<>();
    retired.stream()
        .flatMap(all -> Stream.of(all.strip().split("\\s+")))
        .forEach(each -> keys.put(name(each), secret(each)));
    keys.put(name(key), secret(key));
    return new DocumentKeys(name(key), keys);
  }

  @Produces
  @Singleton
  ScannerAddress scanner() {
    return new ScannerAddress(host.map(name -> InetSocketAddress.createUnresolved(name, port)));
  }

  private static String name(String written) {
    return written.split(":", 2)[0];
  }

  private static SecretKey secret(String written) {
    String[] parts = written.split(":", 2);
    byte[] bytes = parts.length == 2 ? decoded(parts[1]) : new byte[0];
    if (bytes.length != KEY) {
      throw new IllegalStateException("a document key is written name:base64 of 32 bytes");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** What the decoder would say of a wrong one is a part of it. */
  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException wrong) {
      return new byte[0];
    }
  }
}
