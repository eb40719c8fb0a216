package uk.concordat.referral;

import java.time.Instant;
import java.util.UUID;

/**
 * That the caller moved a referral, for rooms that do something about it in the same transaction:
 * what they refuse is not moved.
 */
public record MoveMade(UUID referral, Move move, Instant at) {}
