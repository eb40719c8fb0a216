package uk.concordat.referral;

import java.time.LocalDate;

/**
 * Who was harmed: data class D2.
 *
 * @param known whether there is a person whose name is known; null while nobody has said
 * @param name as they use it, one field for every culture
 */
public record Person(Boolean known, String name, LocalDate dateOfBirth, String address) {
  /** Of whom nothing has been said. */
  public static final Person EMPTY = new Person(null, null, null, null);
}
