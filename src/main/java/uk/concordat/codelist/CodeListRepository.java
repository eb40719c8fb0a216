package uk.concordat.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.util.List;
import java.util.stream.Collectors;
import uk.concordat.kernel.Urgency;
import uk.concordat.kernel.WorkingDays;

/** Reads reference data as it stands today. */
@ApplicationScoped
public class CodeListRepository {
  private static final String VALID =
      " valid_from <= current_date and (valid_to is null or valid_to >= current_date)";

  @Inject EntityManager em;

  /** All pick lists. */
  public CodeLists today() {
    List<?> rows =
        em.createNativeQuery(
                "select list, code, label, hint, applies_to from code_value where"
                    + VALID
                    + " order by list, position")
            .getResultList();
    return new CodeLists(
        rows.stream()
            .map(Object[].class::cast)
            .map(
                row ->
                    new CodeValue(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4]))
            .toList());
  }

  /** How long a step may take at that urgency. */
  public ServiceLevel serviceLevel(Urgency urgency, String step) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select amount, unit from service_level where urgency = ?1 and step = ?2 and"
                        + VALID)
                .setParameter(1, urgency.name())
                .setParameter(2, step)
                .getSingleResult();
    return new ServiceLevel(((Number) row[0]).intValue(), (String) row[1]);
  }

  /** The calendar of working days. */
  public WorkingDays workingDays() {
    List<?> days = em.createNativeQuery("select day from bank_holiday").getResultList();
    return new WorkingDays(
        days.stream().map(day -> ((Date) day).toLocalDate()).collect(Collectors.toSet()));
  }
}
