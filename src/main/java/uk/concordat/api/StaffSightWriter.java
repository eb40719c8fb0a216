package uk.concordat.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import uk.concordat.access.RolePowers;
import uk.concordat.access.RolePowers.ClassSight;
import uk.concordat.access.RolePowers.Power;
import uk.concordat.access.StaffSight;
import uk.concordat.access.StaffSight.Barred;
import uk.concordat.access.StaffSight.Given;
import uk.concordat.access.StaffSight.Seen;
import uk.concordat.access.StaffSight.Source;
import uk.concordat.agency.StaffPost;
import uk.concordat.agency.StaffPost.Since;

/** Renders what a member of staff could see. */
final class StaffSightWriter {
  private StaffSightWriter() {}

  static JsonObject write(StaffSight sight) {
    return posted(sight.post())
        .put("roles", JsonOut.array(sight.powers(), StaffSightWriter::powers))
        .put("counts", JsonOut.array(sight.counts().entrySet(), StaffSightWriter::count))
        .put("total", Json.createValue(sight.total()))
        .put("records", JsonOut.array(sight.records(), StaffSightWriter::seen))
        .put("grants", JsonOut.array(sight.grants(), StaffSightWriter::given))
        .put("exclusions", JsonOut.array(sight.exclusions(), StaffSightWriter::barred))
        .build();
  }

  static JsonObject post(StaffPost post) {
    return posted(post).build();
  }

  private static JsonOut posted(StaffPost post) {
    return new JsonOut()
        .put("subject", post.subject())
        .put("username", post.username())
        .put("displayName", post.displayName())
        .put("suspended", post.suspended())
        .put("role", post.role())
        .texts("teams", post.teams())
        .put("leads", JsonOut.array(post.leads(), StaffSightWriter::since))
        .put("manager", post.manager() == null ? null : since(post.manager()))
        .put("manages", JsonOut.array(post.manages(), StaffSightWriter::since));
  }

  private static JsonObject since(Since since) {
    return new JsonOut().put("code", since.code()).put("since", (Object) since.day()).build();
  }

  private static JsonObject powers(RolePowers powers) {
    return new JsonOut()
        .put("role", powers.role())
        .put("actions", JsonOut.array(powers.powers(), StaffSightWriter::power))
        .put("classes", JsonOut.array(powers.sights(), StaffSightWriter::classSight))
        .build();
  }

  private static JsonObject power(Power power) {
    return new JsonOut().put("action", power.action().code()).put("reach", power.reach()).build();
  }

  private static JsonObject classSight(ClassSight sight) {
    return new JsonOut()
        .put("dataClass", sight.dataClass())
        .put("label", sight.dataClass().label())
        .put("drafting", sight.drafting())
        .put("own", sight.own())
        .put("sender", sight.sender())
        .put("recipient", sight.recipient())
        .build();
  }

  private static JsonObject count(Map.Entry<Source, Integer> count) {
    return new JsonOut()
        .put("source", count.getKey())
        .put("records", Json.createValue(count.getValue()))
        .build();
  }

  private static JsonObject seen(Seen seen) {
    return new JsonOut()
        .put("reference", seen.reference())
        .put("type", seen.type())
        .put("state", seen.state())
        .put("from", seen.from())
        .put("to", seen.to())
        .texts("roles", seen.roles())
        .texts("sources", seen.sources())
        .put("until", seen.until())
        .build();
  }

  private static JsonObject given(Given given) {
    return new JsonOut()
        .put("reference", given.reference())
        .put("owner", given.owner())
        .put("source", given.source())
        .put("role", given.role())
        .texts("dataClasses", given.dataClasses())
        .put("from", given.from())
        .put("until", given.until())
        .build();
  }

  private static JsonObject barred(Barred barred) {
    return new JsonOut()
        .put("reference", barred.reference())
        .put("reason", barred.reason())
        .put("since", barred.since())
        .build();
  }
}
