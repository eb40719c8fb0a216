package uk.concordat.prosecution;

/**
 * What a file is about, as somebody writes it; what is missing is null.
 *
 * @param urn the unique reference number, however it is spaced; needed when it is submitted
 */
public record FileContent(String urn, SubmissionKind kind, Priority priority) {}
