package uk.concordat.platform.faces;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts the hash of its content into the address of each resource of ours, so that a browser keeps
 * it for good and asks for another address as soon as a deployment changes it.
 */
public class VersionedResources extends ResourceHandlerWrapper {
  private static final String LIBRARY = "concordat";
  private static final String PARAMETER = "v";
  private static final int DIGITS = 16;
  private final Map<String, String> versions = new ConcurrentHashMap<>();

  /** Called by Faces with what it would use otherwise. */
  public VersionedResources(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Resource createResource(String name, String library) {
    Resource found = super.createResource(name, library);
    return found == null || !LIBRARY.equals(library)
        ? found
        : new Versioned(found, versions.computeIfAbsent(name, first -> hash(found)));
  }

  private static String hash(Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class Versioned extends ResourceWrapper {
    private final String version;

    Versioned(Resource wrapped, String version) {
      super(wrapped);
      this.version = version;
    }

    @Override
    public String getRequestPath() {
      return super.getRequestPath() + "&" + PARAMETER + "=" + version;
    }

    /**
     * An address of another version, from an older page, must not keep today's content for good.
     */
    @Override
    public Map<String, String> getResponseHeaders() {
      Map<String, String> headers = new HashMap<>(super.getResponseHeaders());
      String asked =
          FacesContext.getCurrentInstance()
              .getExternalContext()
              .getRequestParameterMap()
              .get(PARAMETER);
      headers.put(
          "Cache-Control",
          version.equals(asked) ? "public, max-age=31536000, immutable" : "no-cache");
      return headers;
    }
  }
}
