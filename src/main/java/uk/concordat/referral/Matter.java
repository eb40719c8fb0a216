package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.concordat.kernel.Marking;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/** What the header of a referral says of the case, without content: how urgent, why, whereby. */
@Embeddable
class Matter {
  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  private String strands;

  @Enumerated(EnumType.STRING)
  private Marking marking;

  @Column(name = "person_known")
  private Boolean personKnown;

  private String purpose;

  @Column(name = "lawful_basis")
  private String lawfulBasis;

  private String condition;

  protected Matter() {}

  /** Of a draft in which nothing is said yet. */
  static Matter unknown() {
    var matter = new Matter();
    matter.urgency = Urgency.STANDARD;
    matter.strands = "";
    matter.marking = Marking.OFFICIAL_SENSITIVE;
    return matter;
  }

  static Matter of(ReferralContent content) {
    Matter matter = unknown();
    matter.urgency = content.urgency();
    matter.strands =
        new TreeSet<>(content.strands())
            .stream().map(Strand::name).collect(Collectors.joining(","));
    matter.personKnown = content.person().known();
    matter.purpose = content.footing().purpose();
    matter.lawfulBasis = content.footing().lawfulBasis();
    matter.condition = content.footing().condition();
    return matter;
  }

  Urgency urgency() {
    return urgency;
  }

  Set<Strand> strands() {
    return strands.isEmpty()
        ? Set.of()
        : Arrays.stream(strands.split(","))
            .map(Strand::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Strand.class)));
  }

  Marking marking() {
    return marking;
  }

  Boolean personKnown() {
    return personKnown;
  }

  Footing footing() {
    return new Footing(purpose, lawfulBasis, condition);
  }
}
