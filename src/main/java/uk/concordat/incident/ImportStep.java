package uk.concordat.incident;

/** What is being done with a file. */
enum ImportStep {
  READING,
  LOGGING
}
