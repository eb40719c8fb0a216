package uk.concordat.prosecution;

import uk.concordat.access.DataClass;

/**
 * Something that a prosecutor needs on a hate crime (domain.md 3.2), as the checklist stands today.
 *
 * @param hint more words, or null
 * @param dataClass of what is written about it
 * @param core whether no file is submitted without it; the rest may follow, or not be there
 */
public record FileItem(String code, String label, String hint, DataClass dataClass, boolean core) {}
