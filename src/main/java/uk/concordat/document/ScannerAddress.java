package uk.concordat.document;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where clamd listens.
 *
 * @param clamd empty where documents are not scanned
 */
public record ScannerAddress(Optional<InetSocketAddress> clamd) {}
