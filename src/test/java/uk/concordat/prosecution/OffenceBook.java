package uk.concordat.prosecution;

import java.time.LocalDate;
import java.util.List;
import uk.concordat.kernel.Strand;

/** Offences, aggravated forms and provisions as the law has them, written a second time. */
public final class OffenceBook {
  static final Offence ASSAULT = summary("ZZ26004", "1988-10-12");
  static final Offence STRANGULATION = either("ZZ26003", "2022-06-07");
  static final Offence PUBLIC_ORDER = summary("ZZ26008", "1987-04-01");
  static final Offence AGGRAVATED_ASSAULT = either("ZZ26104", "1998-09-30");
  static final Offence AGGRAVATED_STRANGULATION = either("ZZ26103", "2022-06-07");
  static final Offence AGGRAVATED_PUBLIC_ORDER = summary("ZZ26108", "1998-09-30");
  static final Offence STIRRING_UP =
      new Offence(
          "ZZ26204",
          "Stirring up religious hatred",
          "s.29B",
          Offence.Mode.EITHER_WAY,
          null,
          true,
          from("2007-10-01"));

  private OffenceBook() {}

  static Offences offences() {
    return new Offences(
        List.of(
            ASSAULT,
            STRANGULATION,
            PUBLIC_ORDER,
            AGGRAVATED_ASSAULT,
            AGGRAVATED_STRANGULATION,
            AGGRAVATED_PUBLIC_ORDER,
            STIRRING_UP),
        List.of(
            aggravation("04", Strand.RAC, "1998-09-30"),
            aggravation("04", Strand.REL, "2001-12-14"),
            aggravation("04", Strand.DIS, null),
            aggravation("04", Strand.SO, null),
            aggravation("04", Strand.TG, null),
            aggravation("03", Strand.RAC, "2022-06-07"),
            aggravation("08", Strand.RAC, "1998-09-30")));
  }

  /** The provisions. */
  public static Uplifts uplifts() {
    return new Uplifts(
        List.of(
            uplift("CJA_2003_145", Strand.RAC, true, "2005-04-04", "2020-11-30"),
            uplift("CJA_2003_145", Strand.REL, true, "2005-04-04", "2020-11-30"),
            uplift("CJA_2003_146", Strand.DIS, false, "2005-04-04", "2020-11-30"),
            uplift("CJA_2003_146", Strand.SO, false, "2005-04-04", "2020-11-30"),
            uplift("CJA_2003_146", Strand.TG, false, "2012-12-03", "2020-11-30"),
            uplift("SA_2020_66", Strand.RAC, true, "2020-12-01", null),
            uplift("SA_2020_66", Strand.REL, true, "2020-12-01", null),
            uplift("SA_2020_66", Strand.DIS, false, "2020-12-01", null),
            uplift("SA_2020_66", Strand.SO, false, "2020-12-01", null),
            uplift("SA_2020_66", Strand.TG, false, "2020-12-01", null)));
  }

  static InForce from(String day) {
    return new InForce(day == null ? null : LocalDate.parse(day), null);
  }

  private static Aggravation aggravation(String number, Strand strand, String commenced) {
    return new Aggravation("ZZ260" + number, "ZZ261" + number, strand, from(commenced));
  }

  private static UpliftProvision uplift(
      String code, Strand strand, boolean inTheOffence, String from, String to) {
    return new UpliftProvision(
        code,
        code,
        strand,
        inTheOffence,
        new InForce(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
  }

  private static Offence summary(String code, String from) {
    return new Offence(code, code, "", Offence.Mode.SUMMARY, 6, false, from(from));
  }

  private static Offence either(String code, String from) {
    return new Offence(code, code, "", Offence.Mode.EITHER_WAY, null, false, from(from));
  }
}
