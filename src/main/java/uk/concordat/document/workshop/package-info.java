/**
 * What takes files apart that people send, and draws them. All of it runs in a process of its own,
 * with a heap and a clock of its own, and is called by nothing else: see {@link Workshop}.
 */
package uk.concordat.document.workshop;
