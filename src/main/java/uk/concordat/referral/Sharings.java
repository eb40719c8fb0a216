package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.Reader;
import uk.concordat.access.Readers;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;

/** Says what of a draft goes to its receiver and what stays (domain.md 4.4, 7.5). */
@ApplicationScoped
class Sharings {
  /** Goes with every referral. */
  static final List<DataClass> CORE =
      List.of(DataClass.D1, DataClass.D2, DataClass.D4, DataClass.D5);

  @Inject AgencyRepository agencies;
  @Inject Readers readers;

  /** What goes and what stays; without a receiver everything stays. */
  Sharing of(ReferralContent content) {
    Map<DataClass, Level> levels = new EnumMap<>(DataClass.class);
    CORE.forEach(dataClass -> levels.put(dataClass, Level.FULL));
    boolean agreed = content.needs().agreedOrDuty();
    content
        .further()
        .classes()
        .forEach(dataClass -> levels.put(dataClass, level(content.to(), dataClass, agreed)));
    return new Sharing(levels);
  }

  /** Whether somebody there sees the class in full, which is how its documents are seen. */
  boolean whole(String to, DataClass dataClass, boolean agreed) {
    return CORE.contains(dataClass) || level(to, dataClass, agreed) == Level.FULL;
  }

  private Level level(String to, DataClass dataClass, boolean agreed) {
    return agencies
        .find(to)
        .map(Agency::kind)
        .map(kind -> readers.of(kind, dataClass))
        .orElse(List.of())
        .stream()
        .map(reader -> seen(reader, agreed))
        .max(Comparator.naturalOrder())
        .orElse(Level.WITHHELD);
  }

  private static Level seen(Reader reader, boolean agreed) {
    return reader.agreed() && !agreed ? Level.ON_REQUEST : reader.level();
  }
}
