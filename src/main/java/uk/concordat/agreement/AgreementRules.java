package uk.concordat.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.concordat.access.DataClass;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyKind;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

/** What a proposal must hold. */
@ApplicationScoped
class AgreementRules {
  private static final int LINE = 200;
  private static final int PARAGRAPH = 2_000;

  @Inject AgencyRepository agencies;
  @Inject CodeListRepository codeLists;
  @Inject Clock clock;

  LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }

  /** Agencies with which this one may agree, by name; the board sees no case and shares none. */
  List<Agency> partners(String own) {
    return agencies.find(own).filter(AgreementRules::shares).isEmpty()
        ? List.of()
        : agencies.all().stream()
            .filter(agency -> !agency.code().equals(own) && shares(agency))
            .toList();
  }

  /** The purposes that the law offers either of the two agencies today. */
  List<CodeValue> purposes(String one, String other) {
    List<String> regimes =
        Stream.of(one, other)
            .flatMap(code -> agencies.find(code).stream())
            .map(Agency::regime)
            .toList();
    return codeLists.today().list("purpose").stream()
        .filter(value -> regimes.stream().anyMatch(value::appliesTo))
        .toList();
  }

  /**
   * @throws InvalidInput with everything that is wrong, in the order of the form
   */
  void check(Terms terms) {
    List<FieldError> errors = new ArrayList<>();
    partner(terms, errors);
    text(errors, "title", terms.title(), LINE);
    purposes(terms, errors);
    classes(terms, errors);
    text(errors, "gateways", terms.gateways(), PARAGRAPH);
    text(errors, "retention", terms.retention(), PARAGRAPH);
    text(errors, "dpia", terms.dpia(), LINE);
    text(errors, "own.contact", terms.first().contact(), LINE);
    text(errors, "other.contact", terms.second().contact(), LINE);
    review(terms.reviewDate(), errors);
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  /** What a move says in words, or does not. */
  void checkReason(AgreementMove move, String reason) {
    List<FieldError> errors = new ArrayList<>();
    if (move.reasoned()) {
      text(errors, "reason", reason, PARAGRAPH);
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  private void partner(Terms terms, List<FieldError> errors) {
    String other = terms.second().agency();
    boolean known =
        partners(terms.first().agency()).stream().anyMatch(each -> each.code().equals(other));
    if (!known) {
      errors.add(new FieldError("other.agency", blank(other) ? "required" : "unknown"));
    }
  }

  private void purposes(Terms terms, List<FieldError> errors) {
    if (terms.purposes().isEmpty()) {
      errors.add(new FieldError("purposes", "required"));
    }
    List<String> offered =
        purposes(terms.first().agency(), terms.second().agency()).stream()
            .map(CodeValue::code)
            .toList();
    if (!offered.containsAll(terms.purposes())) {
      errors.add(new FieldError("purposes", "unknown"));
    }
  }

  private static void classes(Terms terms, List<FieldError> errors) {
    if (terms.classes().isEmpty()) {
      errors.add(new FieldError("own.gives", "required"));
    }
    for (Party party : List.of(terms.first(), terms.second())) {
      if (!DataClass.ofRecord().containsAll(party.gives())) {
        String field = party == terms.first() ? "own.gives" : "other.gives";
        errors.add(new FieldError(field, "unknown"));
      }
    }
  }

  private void review(LocalDate day, List<FieldError> errors) {
    if (day == null) {
      errors.add(new FieldError("reviewDate", "required"));
    } else if (!day.isAfter(today())) {
      errors.add(new FieldError("reviewDate", "not-in-the-future"));
    } else if (day.isAfter(today().plusYears(1))) {
      errors.add(new FieldError("reviewDate", "too-late"));
    }
  }

  private static void text(List<FieldError> errors, String field, String text, int most) {
    if (blank(text)) {
      errors.add(new FieldError(field, "required"));
    } else if (text.length() > most) {
      errors.add(new FieldError(field, "too-long"));
    } else if (text.indexOf('\0') >= 0) {
      errors.add(new FieldError(field, "invalid-character")); // PostgreSQL keeps any other
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static boolean shares(Agency agency) {
    return agency.kind() != AgencyKind.BOARD;
  }
}
