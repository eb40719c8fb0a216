package uk.concordat.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of file that are kept; every other one is refused. */
public enum DocumentType {
  PDF("application/pdf", "PDF", "pdf"),
  JPEG("image/jpeg", "JPEG picture", "jpg", "jpeg"),
  PNG("image/png", "PNG picture", "png"),
  TEXT("text/plain", "Plain text", "txt", "text", "log"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Word document",
      "docx");

  private final String mediaType;
  private final String label;
  private final List<String> extensions;

  DocumentType(String mediaType, String label, String... extensions) {
    this.mediaType = mediaType;
    this.label = label;
    this.extensions = List.of(extensions);
  }

  /** As it is served. */
  public String mediaType() {
    return mediaType;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }

  /** Whether its bytes are a picture, drawn anew when it was attached. */
  public boolean picture() {
    return this == JPEG || this == PNG;
  }

  /** Whether it can be looked at in the portal. */
  public boolean previewed() {
    return this == PDF || picture();
  }

  /** Whether a file of this kind may have a name that ends like that. */
  boolean ends(String extension) {
    return extensions.contains(extension);
  }

  /** How a name without an ending is completed. */
  String extension() {
    return extensions.get(0);
  }

  /** The kind that is served as that; empty where such files are not kept. */
  public static Optional<DocumentType> of(String mediaType) {
    return Arrays.stream(values()).filter(one -> one.mediaType.equals(mediaType)).findFirst();
  }
}
