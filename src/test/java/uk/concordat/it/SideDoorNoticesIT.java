package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.SecondFactor;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * What is told and reviewed about a record goes with the sight of it: a notice to a whole role
 * names a reference, and a review names what somebody wanted of it.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class SideDoorNoticesIT {
  private final Api api;
  private final StaffDirectory directory;
  private final StrongTokens tokens;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;
  private final Stack stack;
  private final Referrals referrals;
  private String lead;
  private String governance;
  private String reference;

  SideDoorNoticesIT(
      Api api,
      StaffDirectory directory,
      StrongTokens tokens,
      DatabaseOwner owner,
      LedgerRows ledger,
      Stack stack) {
    this.api = api;
    this.directory = directory;
    this.tokens = tokens;
    this.owner = owner;
    this.ledger = ledger;
    this.stack = stack;
    referrals = new Referrals(api);
  }

  /** Of the sender's agency: who decides on requests, and who reviews emergencies. */
  @BeforeEach
  void somebodyIsTold() {
    lead = directory.joins("WELHAT-COUNCIL/community-safety", "council-officer");
    api.get(lead, "/api/me");
    owner.leads(lead, "community-safety");
    governance = directory.joinsGovernance("WELHAT-COUNCIL");
    api.get(governance, "/api/me");
    reference = referrals.received().reference();
  }

  @Test
  void whoIsExcludedIsNotToldThatSomebodyAsksForAccess() throws SQLException {
    String request = ask();
    assertThat(told(lead, request)).containsExactly("ACCESS_ASKED");
    owner.exclude(reference, lead);
    assertThat(told(lead, request)).isEmpty();
    assertThat(api.get(lead, "/api/access-requests/" + request).status()).isEqualTo(404);
  }

  @Test
  void whoIsNotNamedOnARestrictedRecordIsNotToldEither() throws SQLException {
    String request = ask();
    referrals.restricted("council.lead", reference);
    assertThat(told(lead, request)).isEmpty();
    assertThat(told("council.lead", request)).containsExactly("ACCESS_ASKED");
  }

  @Test
  void whoIsExcludedNeitherReviewsAnEmergencyNorHearsOfIt() throws SQLException {
    String glass = breakTheGlass();
    String shown = "/api/break-glass/" + glass + "/shown";
    assertThat(told(lead, glass)).containsExactly("GLASS_BROKEN");
    assertThat(told(governance, glass)).containsExactly("GLASS_BROKEN");
    assertThat(api.get(governance, "/api/break-glass/reviews").items("id")).contains(glass);
    owner.exclude(reference, lead);
    owner.exclude(reference, governance);
    assertThat(told(lead, glass)).isEmpty();
    assertThat(told(governance, glass)).isEmpty();
    assertThat(api.get(governance, "/api/break-glass/reviews").body()).doesNotContain(reference);
    assertThat(api.get(governance, shown).status()).isEqualTo(404);
    String review = "{\"move\":\"review\",\"verdict\":\"JUSTIFIED\",\"text\":\"It was.\"}";
    assertThat(api.post(governance, "/api/break-glass/" + glass + "/moves", review).status())
        .isEqualTo(404);
    assertThat(ledger.refused(governance)).hasSize(2).containsOnly("breakglass.review not-visible");
    assertThat(api.get("council.governance", shown).status()).isEqualTo(200);
  }

  private String ask() {
    return referrals.asked("nhs.safeguarding", reference).text("/id");
  }

  private String breakTheGlass() {
    SecondFactor factor = SecondFactor.fresh();
    String username = directory.joinsWith(factor, "BTP/hate-crime-unit", "hate-crime-officer");
    return referrals.opened(tokens.token(username, factor), reference).text("/id");
  }

  /** What the database shows somebody of the notices about it, asked as the portal's role. */
  private List<String> told(String username, String about) throws SQLException {
    try (Connection portal = stack.postgres().app().getConnection()) {
      portal.setAutoCommit(false);
      bind(portal, username);
      try (PreparedStatement asked =
          portal.prepareStatement("select kind from notice where about = cast(? as uuid)")) {
        asked.setString(1, about);
        List<String> kinds = new ArrayList<>();
        try (ResultSet rows = asked.executeQuery()) {
          while (rows.next()) {
            kinds.add(rows.getString(1));
          }
        }
        return kinds;
      } finally {
        portal.rollback();
      }
    }
  }

  private void bind(Connection portal, String username) throws SQLException {
    List<String> known =
        owner.row(
            "select subject, display_name, agency, role, array_to_string(teams, ',') from staff"
                + " where username = ?",
            username);
    try (PreparedStatement bound =
        portal.prepareStatement(
            "select o_status from bind_caller(cast(? as uuid), ?, ?, ?, array[?],"
                + " string_to_array(?, ','))")) {
      bound.setString(1, known.get(0));
      bound.setString(2, username);
      for (int i = 1; i < known.size(); i++) {
        bound.setString(i + 2, known.get(i));
      }
      try (ResultSet status = bound.executeQuery()) {
        status.next();
        assertThat(status.getString(1)).isEqualTo("ACTIVE");
      }
    }
  }
}
