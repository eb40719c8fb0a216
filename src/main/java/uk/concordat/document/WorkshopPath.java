package uk.concordat.document;

/**
 * Where the portal's own classes and libraries lie.
 *
 * @param classPath as Java's option of that name takes it
 */
public record WorkshopPath(String classPath) {}
