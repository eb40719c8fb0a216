package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Waiting;

/** What nobody finishes is erased after thirty days, by the product itself. */
@ExtendWith(ApiExtension.class)
class IncidentDisposalIT {
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final String USER = "council2.officer";
  private static final String FILE =
      "category,narrative,from_date,location_type,address,strands,perceived_by,person_known\n"
          + "GRAFFITI,A symbol on a door,2026-11-19,WORSHIP,Market Cross,REL,WITNESS,no\n";
  private static final String ENTRY =
      "select string_agg(verb || ' ' || action || ' ' || actor_role || ' ' ||"
          + " array_to_string(data_classes, ','), ' ') from ledger_entry where verb = 'ERASE' and"
          + " record_ids @> array[cast(? as uuid)]";

  private final Api api;
  private final Visitors visitors;
  private final DatabaseOwner owner;

  IncidentDisposalIT(Api api, Visitors visitors, DatabaseOwner owner) {
    this.api = api;
    this.visitors = visitors;
    this.owner = owner;
  }

  @Test
  void draftsAndFilesThatWereLeftAreErased() {
    String left = draft();
    String young = draft();
    String file = file();
    String youngFile = file();
    String logged = file();
    String refused = file(FILE + "GRAFFITI,No day,,WORSHIP,Market Cross,REL,WITNESS,no\n");
    assertThat(rows(refused)).as("something was kept of it").isPositive();
    String broken = file();
    String name = name();
    String named =
        owner
            .row("select incident::text from incident_naming where id = cast(? as uuid)", name)
            .get(0);
    api.send("POST", "/api/incident-imports/" + logged + "/commit", api.token(USER), null);
    aged("incident", "changed_at", left);
    aged("incident_import", "created_at", file);
    aged("incident_import", "created_at", logged);
    aged("incident_import", "created_at", refused);
    cutShort(broken);
    aged("incident_import", "created_at", broken);
    aged("incident_naming", "proposed_at", name);
    assertThat(
            Waiting.until(
                LIMIT,
                () ->
                    gone("incident", left)
                        && gone("incident_import", file)
                        && gone("incident_import", refused)
                        && gone("incident_import", broken)
                        && gone("incident_naming", name)))
        .isTrue();
    assertThat(owner.row(ENTRY, left)).containsExactly("ERASE incident.create system D1,D2,D5");
    assertThat(owner.row(ENTRY, file)).containsExactly("ERASE incident.import system D1,D2,D5");
    assertThat(owner.row(ENTRY, refused)).containsExactly("ERASE incident.import system D1,D2,D5");
    assertThat(rows(refused)).as("nor what was wrong with it").isZero();
    assertThat(owner.row(ENTRY, named)).containsExactly("ERASE incident.name system D2");
    assertThat(gone("incident", young)).isFalse();
    assertThat(gone("incident_import", youngFile)).isFalse();
    assertThat(gone("incident_import", logged)).as("its incidents name it").isFalse();
  }

  /** A draft begun in the portal; answers its id. */
  private String draft() {
    String reference =
        visitors
            .signedIn(USER)
            .post(
                "/incident/start.xhtml",
                Map.of("jakarta.faces.ViewState", "stateless", "form", "form", "start", ""))
            .header("Location")
            .orElseThrow()
            .replaceFirst(".*ref=", "");
    return owner.row("select id::text from incident where reference = ?", reference).get(0);
  }

  /** A name that waits for a decision; answers its id. */
  private String name() {
    var incidents = new Incidents(api);
    ObjectNode content = incidents.complete();
    content.putObject("person").put("known", false);
    String incident = incidents.logged("council.officer", content);
    String path = "/api/incidents/" + incident + "/naming";
    Answer proposed =
        api.post(
            "council.officer",
            path,
            "{\"person\":{\"name\":\"Somebody\"},\"reason\":\"They told us.\"}",
            "If-Match",
            api.get("council.officer", path).etag());
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
    return owner
        .row(
            "select n.id::text from incident_naming n join incident i on i.id = n.incident where"
                + " i.reference = ?",
            incident)
        .get(0);
  }

  private String file() {
    return file(FILE);
  }

  private String file(String csv) {
    return api.send(
            "POST", "/api/incident-imports", api.token(USER), csv, "Content-Type", "text/csv")
        .text("/id");
  }

  /** As where the portal was stopped while it was read. */
  private void cutShort(String file) {
    owner.row(
        "with cut as (update incident_import set state = 'READING' where id = cast(? as uuid) returning 1) select count(*) from cut",
        file);
  }

  /** How much is kept of a file: what can be logged of it, and what is wrong. */
  private long rows(String file) {
    return owner.count("incident_import_row where import = '" + file + "'")
        + owner.count("incident_import_error where import = '" + file + "'");
  }

  private void aged(String table, String column, String id) {
    owner.row(
        "with old as (update %s set %s = now() - interval '30 days' where id = cast(? as uuid) returning 1) select count(*) from old"
            .formatted(table, column),
        id);
  }

  private boolean gone(String table, String id) {
    return owner.count(table + " where id = '" + id + "'") == 0;
  }
}
