package uk.concordat.platform.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.concordat.audit.LedgerKeys;
import uk.concordat.audit.note.NoteSigner;
import uk.concordat.audit.note.NoteVerifier;

/**
 * The keys of the ledger, from MicroProfile Config only. To change the key, put the new one in its
 * place, with the same name, and its verifier key in front of the retired ones, parted by spaces.
 */
@ApplicationScoped
class LedgerKeysProducer {
  @Inject
  @ConfigProperty(name = "concordat.ledger.key")
  String key;

  @Inject
  @ConfigProperty(name = "concordat.ledger.retired.keys")
  Optional<String> retired;

  @Produces
  @Singleton
  LedgerKeys keys() {
    return new LedgerKeys(
        NoteSigner.parse(key),
        retired.stream()
            .flatMap(keys -> Stream.of(keys.strip().split("\\s+")))
            .map(NoteVerifier::parse)
            .toList());
  }
}
