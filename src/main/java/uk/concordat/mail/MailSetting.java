package uk.concordat.mail;

/**
 * How the caller is told by e-mail.
 *
 * @param address where to, as Keycloak verified it; null where it knows none
 * @param setUp whether this installation sends mail at all
 */
public record MailSetting(MailChoice choice, String address, boolean setUp) {}
