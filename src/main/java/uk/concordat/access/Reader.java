package uk.concordat.access;

/**
 * A role that sees something of a data class.
 *
 * @param role its code
 * @param level how much of it
 * @param agreed whether only where the person harmed agreed, or a duty to share was recorded
 */
public record Reader(String role, Level level, boolean agreed) {}
