package uk.concordat.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.DataClass;
import uk.concordat.access.StaffSight;
import uk.concordat.access.StaffSight.Source;
import uk.concordat.access.StaffSightService;
import uk.concordat.referral.ReferralState;
import uk.concordat.web.London;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** What a member of staff could see today, for information governance of their agency. */
@Named
@RequestScoped
public class SightPage {
  @Inject StaffSightService sights;
  @Inject SignedInBean caller;
  private String id;
  private StaffSight sight;

  /** Opens the page. */
  public void open() {
    getSight();
  }

  /** What they could see. */
  public StaffSight getSight() {
    if (sight == null) {
      sight = sights.sight(identity());
    }
    return sight;
  }

  /** No address of ours has anything else; what has, names nobody. */
  private UUID identity() {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException none) {
      return new UUID(0, 0);
    }
  }

  /** Their post in words. */
  public PostWords getPost() {
    return new PostWords(getSight().post(), caller.getOptions().roleNames());
  }

  /** Codes in words. */
  public Words getWords() {
    return new Words(caller.getOptions());
  }

  /** How many records by reason. */
  public List<Map.Entry<Source, Integer>> getCounts() {
    return List.copyOf(getSight().counts().entrySet());
  }

  /** Whether not all records are listed. */
  public boolean isMore() {
    return getSight().total() > getSight().records().size();
  }

  /** A state in words. */
  public String state(String code) {
    return ReferralState.valueOf(code).label();
  }

  /** The reasons why a record could be seen. */
  public String why(Set<Source> sources) {
    return sources.stream().map(Source::label).collect(Collectors.joining("; "));
  }

  /** Roles in words. */
  public String roles(Set<String> codes) {
    return codes.stream().map(this::role).collect(Collectors.joining(", "));
  }

  /** A role in words. */
  public String role(String code) {
    return caller.getOptions().roleNames().get(code);
  }

  /** Data classes in words. */
  public String parts(Set<DataClass> classes) {
    return classes.stream().map(DataClass::label).collect(Collectors.joining(", "));
  }

  /** A moment in words. */
  public String at(Instant instant) {
    return London.dateTime(instant);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
