package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.InvalidInput;

/**
 * The forms of a file for prosecutors (domain.md 3.2), list {@code mg-form}: documents of the force
 * that sends a referral to prosecutors, each under the class that the list names. The policy of
 * table {@code document} says so again.
 */
@ApplicationScoped
class FileForms {
  private static final String LIST = "mg-form";

  @Inject CodeListRepository codeLists;
  @Inject CurrentCaller current;

  /**
   * Refuses what is no form of that referral.
   *
   * @param dataClass under which it is to be attached
   * @param form null for a document that is none
   * @throws InvalidInput {@code form: unknown}, {@code not-of-this-referral}, {@code other-part}
   */
  void check(Referral referral, DataClass dataClass, String form) {
    if (form == null) {
      return;
    }
    if (!has(referral)) {
      throw new InvalidInput("form", "not-of-this-referral");
    }
    CodeValue known =
        list().stream()
            .filter(one -> one.code().equals(form))
            .findFirst()
            .orElseThrow(() -> new InvalidInput("form", "unknown"));
    if (!dataClass.name().equals(known.appliesTo())) {
      throw new InvalidInput("form", "other-part");
    }
  }

  /** Those that the caller can attach to a referral now; none to most. */
  List<CodeValue> of(Referral referral, List<DataClass> attachable) {
    return has(referral)
        ? list().stream()
            .filter(form -> attachable.contains(DataClass.valueOf(form.appliesTo())))
            .toList()
        : List.of();
  }

  private boolean has(Referral referral) {
    return referral.type() == ReferralType.POLICE_TO_CPS_REVIEW
        && referral.route().fromAgency().equals(current.get().agency());
  }

  private List<CodeValue> list() {
    return codeLists.today().list(LIST);
  }
}
