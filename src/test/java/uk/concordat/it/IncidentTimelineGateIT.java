package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the database lets through and the gate does not, takes no place in the timeline of an
 * incident.
 */
@ExtendWith(ApiExtension.class)
class IncidentTimelineGateIT {
  private final Api api;
  private final DatabaseOwner owner;
  private final Incidents incidents;

  IncidentTimelineGateIT(Api api, DatabaseOwner owner) {
    this.api = api;
    this.owner = owner;
    incidents = new Incidents(api);
  }

  @Test
  void whatIsKeptFromItsReaderTakesNoPlace() {
    String incident = incidents.logged("council.officer");
    String address = "/api/incidents/" + incident;
    String draft = api.post("council.officer", address + "/referrals", "{}").reference();
    owner.show(draft, "WELHAT-COUNCIL/council-officer");
    try {
      Answer page = api.get("council.lead", address + "/timeline?limit=1");
      assertThat(page.items("kind")).as("a draft is its author's").containsExactly("LOGGED");
      assertThat(page.link("next")).as("nor that there is one").isEmpty();
    } finally {
      owner.publish(draft);
    }
  }
}
