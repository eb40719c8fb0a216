/**
 * Signed notes, checkpoints and cosignatures as C2SP specifies them (signed-note, tlog-checkpoint,
 * tlog-cosignature), Ed25519 only. Pure Java without a dependency, because the witness runs it too.
 */
package uk.concordat.audit.note;
