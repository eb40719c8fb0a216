package uk.concordat.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Makes the policy outside of a container. */
public final class AccessPolicies {
  private AccessPolicies() {}

  /** On the real matrix. */
  public static AccessPolicy at(Instant now) {
    return at(now, MatrixFile.read("permissions.csv"), MatrixFile.read("data-classes.csv"));
  }

  /** What the roles may do on that day. */
  public static Permissions permissions(Instant now) {
    return at(now).permissions;
  }

  /** On another matrix. */
  static AccessPolicy at(Instant now, MatrixFile permissions, MatrixFile classes) {
    var policy = new AccessPolicy();
    policy.clock = Clock.fixed(now, ZoneOffset.UTC);
    policy.permissions = new Permissions();
    policy.permissions.clock = policy.clock;
    policy.permissions.use(permissions);
    policy.classes = new ClassMatrix();
    policy.classes.clock = policy.clock;
    policy.classes.use(classes);
    return policy;
  }
}
