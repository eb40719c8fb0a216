package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.referral.AmendedVersion;
import uk.concordat.referral.AmendmentReceipt;
import uk.concordat.referral.AmendmentService;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.Versions;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** What was amended of a referral since it was sent, class by class, and who has confirmed it. */
@Named
@RequestScoped
public class VersionsPage {
  @Inject AmendmentService amendments;
  @Inject SignedInBean caller;
  private String ref;
  private String version = "";
  private Versions versions;

  /** The address is known before the view parameter is: a posted page asks early what it shows. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Reads them. */
  public void open() {
    version = getVersions().waiting().stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  /** Confirms that what the caller's agency holds has been corrected too. */
  public String acknowledge() throws IOException {
    try {
      amendments.acknowledge(ref, shown());
      return "/referral/versions.xhtml?faces-redirect=true&ref=" + ref;
    } catch (GuardRefused confirmed) {
      PageAddress.changedMeanwhile();
      return null;
    }
  }

  /** Those of the referral of the address. */
  public Versions getVersions() {
    if (versions == null) {
      versions = amendments.versions(ref);
    }
    return versions;
  }

  /**
   * Who was told of a correction and whether they have confirmed it, where the caller sees that.
   */
  public List<AmendmentReceipt> receipts(AmendedVersion version) {
    return getVersions().receipts().stream()
        .filter(one -> one.amendment().equals(version.amendment()))
        .toList();
  }

  /** What stands or stood in a field, in words; null where nothing does. */
  public String words(AmendedVersion.FieldChange field, String value) {
    return field.list() == null || value == null
        ? value
        : getWords().labels(field.list(), List.of(value.replaceAll("[\\[\\]\" ]", "").split(",")));
  }

  /** Codes in words. */
  public Words getWords() {
    return new Words(caller.getOptions());
  }

  /** A moment in words. */
  public String at(Instant instant) {
    return London.dateTime(instant);
  }

  private Set<UUID> shown() {
    return Stream.of(version.split(","))
        .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
        .map(UUID::fromString)
        .collect(Collectors.toSet());
  }

  /** The corrections that the page showed: only these are confirmed. */
  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }
}
