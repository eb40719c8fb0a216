package uk.concordat.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Makes the policy outside of a container, on the real matrix. */
final class AccessPolicies {
  private AccessPolicies() {}

  static AccessPolicy at(Instant now) {
    var policy = new AccessPolicy();
    policy.clock = Clock.fixed(now, ZoneOffset.UTC);
    policy.permissions = PermissionsTest.on(now.toString());
    policy.classes = new ClassMatrix();
    policy.classes.clock = policy.clock;
    policy.classes.read();
    return policy;
  }
}
