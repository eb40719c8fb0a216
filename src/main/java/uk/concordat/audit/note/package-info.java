/**
 * Signed notes and checkpoints as C2SP signed-note and tlog-checkpoint write them. Pure Java
 * without a dependency, because the witness runs it too.
 */
package uk.concordat.audit.note;
