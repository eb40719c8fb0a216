package uk.concordat.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.DataClass;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.Marking;

/** Loads and keeps agreements; the database shows and takes only what is the caller's. */
@ApplicationScoped
class AgreementRepository {
  private static final String SELECT =
      "select g.id, g.code, g.version, g.row_version, g.status, g.title, g.party_a, g.contact_a,"
          + " g.party_b, g.contact_b, array_to_string(g.purposes, ','), g.gateways, g.retention,"
          + " g.marking, g.dpia, g.review_date, g.proposed_by, g.proposed_for, g.proposed_at,"
          + " g.signed_by, g.signed_for, g.closed_by, g.closed_for, g.closed_at, g.active_from,"
          + " g.active_to, g.reason, (select string_agg(c.from_agency || ':' || c.data_class, ',')"
          + " from agreement_class c where c.agreement = g.id) from agreement g ";

  @Inject EntityManager em;

  /** Those of an agency: what waits for a signature first, then by code, newest version first. */
  List<Agreement> of(String agency) {
    return found(
        "where ?1 in (g.party_a, g.party_b) order by g.status <> 'PROPOSED', g.code, g.version"
            + " desc",
        agency);
  }

  Optional<Agreement> find(String code, int version) {
    return found("where g.code = ?1 and g.version = ?2", code, version).stream().findFirst();
  }

  /** All versions, newest first. */
  List<Agreement> versions(String code) {
    return found("where g.code = ?1 order by g.version desc", code);
  }

  /** The version that the next proposal of this code has; empty where the two have no such code. */
  Optional<Integer> nextVersion(String code, String one, String other) {
    Object next =
        query("select next_agreement_version(?1, ?2, ?3)", code, one, other).getSingleResult();
    return Optional.ofNullable((Number) next).map(Number::intValue);
  }

  /** Adds a proposal; the code of a new one is the database's to give. */
  Agreement add(String code, int version, Terms terms, Caller caller) {
    UUID id = Ids.next();
    query(
            "insert into agreement (id, code, version, title, party_a, party_b, purposes, gateways,"
                + " retention, marking, dpia, contact_a, contact_b, review_date, status,"
                + " proposed_by, proposed_for, proposed_at) values (?1, ?2, ?3, ?4, ?5, ?6,"
                + " cast(?7 as text[]), ?8, ?9, ?10, ?11, ?12, ?13, cast(?14 as date), 'PROPOSED',"
                + " ?15, ?16, now())",
            id,
            code == null ? "" : code,
            version,
            terms.title(),
            terms.first().agency(),
            terms.second().agency(),
            "{" + String.join(",", terms.purposes()) + "}",
            terms.gateways(),
            terms.retention(),
            terms.marking().name(),
            terms.dpia(),
            terms.first().contact(),
            terms.second().contact(),
            terms.reviewDate().toString(),
            caller.subject(),
            caller.agency())
        .executeUpdate();
    for (Party party : List.of(terms.first(), terms.second())) {
      for (DataClass dataClass : party.gives()) {
        query(
                "insert into agreement_class values (?1, ?2, ?3)",
                id,
                party.agency(),
                dataClass.name())
            .executeUpdate();
      }
    }
    return found("where g.id = ?1", id).get(0);
  }

  /** Whether it still was that version and now stands there. */
  boolean moved(Agreement agreement, AgreementStatus to, String reason) {
    return query(
                "update agreement set status = ?3, reason = cast(?4 as text) where id = ?1 and"
                    + " row_version = ?2",
                agreement.id(),
                agreement.rowVersion(),
                to.name(),
                reason)
            .executeUpdate()
        == 1;
  }

  private List<Agreement> found(String where, Object... parameters) {
    List<?> rows = query(SELECT + where, parameters).getResultList();
    return rows.stream().map(Object[].class::cast).map(AgreementRepository::agreement).toList();
  }

  private Query query(String sql, Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }

  private static Agreement agreement(Object[] row) {
    var terms =
        new Terms(
            (String) row[5],
            party(row, 6),
            party(row, 8),
            List.of(((String) row[10]).split(",")),
            (String) row[11],
            (String) row[12],
            Marking.valueOf((String) row[13]),
            (String) row[14],
            ((Date) row[15]).toLocalDate());
    return new Agreement(
        (UUID) row[0],
        (String) row[1],
        ((Number) row[2]).intValue(),
        ((Number) row[3]).longValue(),
        AgreementStatus.valueOf((String) row[4]),
        terms,
        new Act((UUID) row[16], (String) row[17], instant(row[18])),
        row[20] == null ? null : new Act((UUID) row[19], (String) row[20], instant(row[24])),
        row[22] == null ? null : new Act((UUID) row[21], (String) row[22], instant(row[23])),
        instant(row[24]),
        instant(row[25]),
        (String) row[26]);
  }

  private static Party party(Object[] row, int at) {
    String agency = (String) row[at];
    String all = row[27] == null ? "" : (String) row[27];
    Set<DataClass> gives =
        Arrays.stream(all.split(","))
            .filter(each -> each.startsWith(agency + ":"))
            .map(each -> DataClass.valueOf(each.substring(agency.length() + 1)))
            .collect(Collectors.toSet());
    return new Party(agency, (String) row[at + 1], gives);
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
