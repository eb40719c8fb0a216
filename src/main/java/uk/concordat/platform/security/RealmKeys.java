package uk.concordat.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.net.URI;

/**
 * The realm's public keys, for RS256 only; a key that is not known yet makes them be fetched again,
 * at most every half minute.
 */
@ApplicationScoped
class RealmKeys {
  @Inject OidcSettings settings;
  private JWSKeySelector<SecurityContext> selector;

  @PostConstruct
  void build() {
    try {
      var keys =
          JWKSourceBuilder.create(
                  URI.create(settings.getIssuer() + "/protocol/openid-connect/certs").toURL())
              .retrying(true)
              .build();
      selector = new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys);
    } catch (MalformedURLException wrongSetting) {
      throw new IllegalStateException(wrongSetting);
    }
  }

  JWSKeySelector<SecurityContext> selector() {
    return selector;
  }
}
