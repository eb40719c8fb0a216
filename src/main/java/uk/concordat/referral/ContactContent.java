package uk.concordat.referral;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What somebody writes down of a contact with the person harmed.
 *
 * @param kind code of list {@code contact-kind}
 * @param madeBy code of list {@code contact-made-by}; none where they were not to be told
 * @param exemption code of list {@code contact-exemption}; only where they were not to be told
 * @param on day in London
 * @param time of that day in London
 * @param words what they were told, how it was tried, or what the exemption rests on
 */
public record ContactContent(
    String kind,
    Contact.Result result,
    String madeBy,
    String exemption,
    LocalDate on,
    LocalTime time,
    String words) {}
