package uk.concordat.casework;

/** Whether an adult or a child is thought to be at risk (the force's own D15). */
public record Safeguarding(boolean adult, boolean child) {}
