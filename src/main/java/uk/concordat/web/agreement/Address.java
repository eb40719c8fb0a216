package uk.concordat.web.agreement;

import jakarta.faces.context.FacesContext;

/** What an address says of the agreement it is about. */
final class Address {
  private Address() {}

  /** A version; what is no number is one that never was. */
  static int number(String v) {
    return v != null && v.matches("[1-9]\\d{0,8}") ? Integer.parseInt(v) : 0;
  }

  /** A parameter, before the page has been read. */
  static String parameter(String name) {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .get(name);
  }
}
