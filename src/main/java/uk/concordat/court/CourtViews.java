package uk.concordat.court;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.prosecution.ProsecutedFiles;

/** Composes what a caller sees of what the court makes of a file; reading it is in the ledger. */
@ApplicationScoped
class CourtViews {
  private static final int TAG = 16;

  @Inject ProsecutedFiles files;
  @Inject HearingRepository hearings;
  @Inject ResultRepository results;
  @Inject Ledger ledger;

  /** The first wall: results are for those who read them, whatever the database answered. */
  CourtView of(ProsecutedFiles.Seen seen) {
    boolean there = seen.file() != null;
    List<Hearing> set = there ? hearings.of(seen.file().id()) : List.of();
    List<Result> said =
        there && seen.referral().outcome() ? results.of(seen.file().id()) : List.of();
    String version = digest(List.of(seen.view().version(), set, said));
    return new CourtView(version, seen.view(), set, said, files.reviews(seen));
  }

  CourtView consulted(String reference) {
    ProsecutedFiles.Seen seen = files.read(reference);
    CourtView view = of(seen);
    Set<DataClass> shown = EnumSet.of(DataClass.D1);
    if (!view.results().isEmpty()) {
      shown.add(DataClass.D11);
    }
    ledger.append(
        Entry.of(
            Verb.CONSULT,
            Action.PROSECUTION_READ.code(),
            seen.referral().id(),
            seen.referral().version(),
            shown));
    return view;
  }

  /** A digest of what is seen and of nothing else. */
  private static String digest(Object seen) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(seen.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest).substring(0, TAG);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
