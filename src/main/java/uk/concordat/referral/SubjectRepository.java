package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.audit.DataSubjects;
import uk.concordat.audit.Part;

/**
 * Tells the ledger whom referrals are about. What the request has read it knows from the row that
 * was read; for the others, the rows of a list above all, it asks once.
 */
@ApplicationScoped
class SubjectRepository implements DataSubjects {
  @Inject EntityManager em;
  @Inject SubjectsInHand inHand;

  @Override
  public List<UUID> of(Collection<UUID> referrals, Set<Part> parts) {
    Map<UUID, Subjects> known = new HashMap<>();
    referrals.forEach(id -> inHand.of(id).ifPresent(subjects -> known.put(id, subjects)));
    List<UUID> missing = referrals.stream().filter(id -> !known.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      known.putAll(load(missing));
    }
    return referrals.stream()
        .map(known::get)
        .filter(Objects::nonNull)
        .flatMap(subjects -> subjects.in(parts))
        .distinct()
        .toList();
  }

  private Map<UUID, Subjects> load(List<UUID> referrals) {
    List<?> rows =
        em.createNativeQuery(
                "select record, harmed, suspect, witness from subjects_of(cast(?1 as uuid[]))")
            .setParameter(
                1,
                referrals.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(
            Collectors.toMap(
                row -> (UUID) row[0],
                row -> new Subjects((UUID) row[1], (UUID) row[2], (UUID) row[3])));
  }
}
