package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.concordat.kernel.Strand;

/** Reads the dated reference data of offences, all of its periods. */
@ApplicationScoped
class OffenceRepository extends ProsecutionRepository {

  Offences all() {
    return new Offences(offences(), aggravations());
  }

  Uplifts uplifts() {
    return new Uplifts(
        rows(
                "select code, label, strand, in_the_offence, valid_from, valid_to from uplift_provision")
            .stream()
            .map(
                row ->
                    new UpliftProvision(
                        (String) row[0],
                        (String) row[1],
                        Strand.valueOf((String) row[2]),
                        (Boolean) row[3],
                        new InForce(day(row[4]), day(row[5]))))
            .toList());
  }

  private List<Offence> offences() {
    return rows(
            "select code, label, law, mode, limit_months, consent, valid_from, valid_to from offence"
                + " order by position, valid_from")
        .stream()
        .map(
            row ->
                new Offence(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    Offence.Mode.valueOf((String) row[3]),
                    (Integer) row[4],
                    row[5] != null,
                    new InForce(day(row[6]), day(row[7]))))
        .toList();
  }

  private List<Aggravation> aggravations() {
    return rows("select basic, aggravated, strand, commenced, ended from aggravation").stream()
        .map(
            row ->
                new Aggravation(
                    (String) row[0],
                    (String) row[1],
                    Strand.valueOf((String) row[2]),
                    new InForce(day(row[3]), day(row[4]))))
        .toList();
  }
}
