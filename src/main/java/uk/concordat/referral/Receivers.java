package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.kernel.FieldError;

/** To whom an agency may refer. */
@ApplicationScoped
class Receivers {
  @Inject AgencyRepository agencies;

  /** What is wrong with a receiver; nothing where none was chosen yet. */
  Optional<FieldError> wrong(Agency sender, String to) {
    if (to == null || type(sender, to).isPresent()) {
      return Optional.empty();
    }
    String code = other(sender, to).isPresent() ? "not-a-pair" : "unknown";
    return Optional.of(new FieldError("to", code));
  }

  /** What a referral to it is called; empty where there is no such thing. */
  Optional<ReferralType> type(Agency sender, String to) {
    return other(sender, to)
        .flatMap(receiver -> ReferralType.between(sender.kind(), receiver.kind()));
  }

  private Optional<Agency> other(Agency sender, String to) {
    return agencies.find(to).filter(agency -> !agency.code().equals(sender.code()));
  }
}
