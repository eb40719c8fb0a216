package uk.concordat.referral;

import java.util.List;
import java.util.UUID;

/** What is kept of one walk of {@link MovesModelIT}. */
final class ModelContacts extends ContactRepository {
  private final List<OutcomeNews.Made> made;
  private final List<OutcomeNews.Said> said;

  ModelContacts(List<OutcomeNews.Made> made, List<OutcomeNews.Said> said) {
    this.made = made;
    this.said = said;
  }

  @Override
  OutcomeNews outcomeNews(UUID referral, String agency) {
    return new OutcomeNews(made, said);
  }
}
