package uk.concordat.agreement;

import java.util.List;

/** The agreement does not stand where this caller could make the move. */
public class ImpossibleAgreementMove extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<AgreementMove> possible;

  ImpossibleAgreementMove(List<AgreementMove> possible) {
    this.possible = List.copyOf(possible);
  }

  /** The moves that this caller could make instead. */
  public List<AgreementMove> possible() {
    return possible;
  }
}
