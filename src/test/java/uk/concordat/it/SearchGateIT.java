package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * The gate in Java decides on search by itself: what the database alone would let through is
 * neither shown nor counted.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class SearchGateIT {
  private final Searches searches;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final CaseworkRows casework;
  private final Stack stack;
  private final Referrals referrals;
  private final String word = Searches.word();
  private String reference;

  SearchGateIT(
      Api api, StaffDirectory directory, DatabaseOwner owner, CaseworkRows casework, Stack stack) {
    this.casework = casework;
    searches = new Searches(api);
    referrals = new Referrals(api);
    this.directory = directory;
    this.owner = owner;
    this.stack = stack;
  }

  @BeforeEach
  void aReferral() {
    reference = referrals.taken("police.officer");
    owner.plant(reference, "referral_incident", "narrative", word);
  }

  @AfterEach
  void asItWas() {
    owner.publish(reference);
  }

  @Test
  void whatTheGateWithholdsIsNotCounted() throws SQLException {
    String stranger = directory.joins("BTP/hate-crime-unit", "hate-crime-officer");
    owner.show(reference, "BTP/hate-crime-officer");
    assertThat(foundByTheDatabaseAlone()).as("the database is deceived").hasSize(1);
    Answer asked = searches.of(stranger, word);
    assertThat(asked.json().get("found").asInt()).isZero();
    assertThat(asked.json().get("more").asBoolean()).isFalse();
    assertThat(asked.json().has("next")).isFalse();
    assertThat(Searches.hits(asked)).isEmpty();
  }

  /** Its own record of a crime the force finds as such, and not as what it said to the sender. */
  @Test
  void aClassThatIsNotSeenIsNotNamed() {
    String number = "41/6%05d/26".formatted(Math.floorMod(word.hashCode(), 100_000));
    casework.recordCrime(reference, number);
    assertThat(searches.matched("police.officer", number, reference)).isEqualTo("D16 NUMBER");
    owner.hide(reference, "D16");
    assertThat(searches.matched("police.officer", number, reference)).isEqualTo("D5 NUMBER");
    assertThat(searches.found("council.officer", number)).isEmpty();
  }

  private List<String> foundByTheDatabaseAlone() throws SQLException {
    try (Connection connection = stack.postgres().superuser().getConnection()) {
      connection.setAutoCommit(false);
      new LeadingStranger(connection).bind("BTP", "hate-crime-officer", "hate-crime-unit");
      List<String> found =
          new GuardedTables(connection)
              .strings(
                  "select matched from search_referrals('" + word + "', null, null, null, 101)");
      connection.rollback();
      return found;
    }
  }
}
