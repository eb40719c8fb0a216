package uk.concordat.incident;

/**
 * Where it happened; any part may be null.
 *
 * @param locationType code of list {@code location-type}
 * @param address an address or a description: free text
 * @param postcode in capitals with one space
 * @param uprn unique property reference number
 * @param ward code of list {@code ward}
 * @param platform the website, game or app, where it happened online
 */
public record Place(
    String locationType,
    String address,
    String postcode,
    String uprn,
    String ward,
    String platform) {
  static final String ONLINE = "ONLINE";
  static final Place UNKNOWN = new Place(null, null, null, null, null, null);

  /** Whether it happened online. */
  public boolean online() {
    return ONLINE.equals(locationType);
  }

  boolean nowhere() {
    return address == null && postcode == null && uprn == null && ward == null;
  }
}
