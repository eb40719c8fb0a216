package uk.concordat.access;

/**
 * How a referral that was made of a record stands to the caller: what bars them from the one bars
 * them from the other.
 *
 * @param restricted whether only the named people see it
 * @param named whether the caller is one of them
 * @param excluded whether the caller must not see it
 */
public record ReferredFacts(boolean restricted, boolean named, boolean excluded) {
  boolean bars() {
    return excluded || (restricted && !named);
  }
}
