package uk.concordat.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.concordat.access.Action;

/** The moves that an agreement can make: the whole state machine, one line a move. */
public enum AgreementMove {
  SIGN(AgreementStatus.PROPOSED, AgreementStatus.ACTIVE, Action.AGREEMENT_SIGN, false),
  REFUSE(AgreementStatus.PROPOSED, AgreementStatus.REFUSED, Action.AGREEMENT_SIGN, true),
  WITHDRAW(AgreementStatus.PROPOSED, AgreementStatus.WITHDRAWN, Action.AGREEMENT_PROPOSE, false),
  END(AgreementStatus.ACTIVE, AgreementStatus.ENDED, Action.AGREEMENT_SIGN, true);

  private final AgreementStatus from;
  private final AgreementStatus to;
  private final Action action;
  private final boolean reasoned;

  AgreementMove(AgreementStatus from, AgreementStatus to, Action action, boolean reasoned) {
    this.from = from;
    this.to = to;
    this.action = action;
    this.reasoned = reasoned;
  }

  /** The name in the API, for example {@code sign}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The move of that name in the API. */
  public static Optional<AgreementMove> of(String code) {
    return Arrays.stream(values()).filter(move -> move.code().equals(code)).findFirst();
  }

  /** Whether it needs a reason. */
  public boolean reasoned() {
    return reasoned;
  }

  static List<AgreementMove> from(AgreementStatus status) {
    return Arrays.stream(values()).filter(move -> move.from == status).toList();
  }

  AgreementStatus to() {
    return to;
  }

  Action action() {
    return action;
  }
}
