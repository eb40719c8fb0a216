package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.audit.merkle.ConsistencyProof;
import uk.concordat.audit.merkle.InclusionProof;
import uk.concordat.audit.merkle.TreeHash;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.NoteVerifier;

/** What is done gets a place in the tree, and everybody can check that it stays there. */
@ExtendWith(ApiExtension.class)
class LedgerIT {
  private static final String WHO = "nhs.governance";
  private static final String CHECKPOINT = "/api/ledger/checkpoint";

  private final Api api;
  private final LedgerTree tree;
  private final Referrals referrals;

  LedgerIT(Api api, LedgerTree tree) {
    this.api = api;
    this.tree = tree;
    referrals = new Referrals(api);
  }

  @BeforeEach
  void thereIsSomethingToCheck() {
    tree.placesOf(referrals.received().reference());
  }

  @Test
  void whatIsDoneIsUnderASignedCheckpointWithinTwoSeconds() {
    String reference = referrals.received().reference();
    List<LedgerTree.Place> places = tree.placesOf(reference);
    assertThat(places).hasSizeGreaterThanOrEqualTo(3);
    assertThat(places).allSatisfy(place -> assertThat(place.waited()).isLessThan(2.0));
    Checkpoint checkpoint = checkpoint();
    assertThat(places).allSatisfy(place -> assertThat(place.leaf()).isLessThan(checkpoint.size()));
  }

  @Test
  void anEntryIsProvedToBeInTheTree() {
    LedgerTree.Place place = tree.placesOf(referrals.received().reference()).get(1);
    Checkpoint checkpoint = checkpoint();
    JsonNode json =
        api.get(
                WHO,
                "/api/ledger/proof/inclusion?leaf=%d&size=%d"
                    .formatted(place.leaf(), checkpoint.size()))
            .json();
    var proof =
        new InclusionProof(
            json.get("leafIndex").longValue(),
            json.get("treeSize").longValue(),
            TreeHash.leaf(place.content().bytes()),
            hashes(json));
    assertThat(json.get("leafHash").textValue())
        .isEqualTo(Base64.getEncoder().encodeToString(proof.leafHash()));
    assertThat(proof.verify(checkpoint.root())).isTrue();
  }

  @Test
  void theHistoryOfYesterdayIsInThatOfToday() {
    Checkpoint earlier = checkpoint();
    tree.placesOf(referrals.received().reference());
    Checkpoint later = checkpoint();
    assertThat(later.size()).isGreaterThan(earlier.size());
    JsonNode json =
        api.get(
                WHO,
                "/api/ledger/proof/consistency?from=%d&to=%d"
                    .formatted(earlier.size(), later.size()))
            .json();
    var proof = new ConsistencyProof(earlier.size(), later.size(), hashes(json));
    assertThat(proof.verify(earlier.root(), later.root())).isTrue();
  }

  @Test
  void whoeverChecksTheLedgerDoesNotMakeItGrow() {
    tree.placesOf(referrals.received().reference());
    long size = checkpoint().size();
    int before = tree.securityEvents("CHECKPOINT_READ");
    checkpoint();
    api.get(WHO, "/api/ledger/proof/inclusion?leaf=0&size=1");
    assertThat(checkpoint().size()).isEqualTo(size);
    assertThat(tree.waiting()).isZero();
    assertThat(tree.securityEvents("CHECKPOINT_READ")).isGreaterThan(before);
    assertThat(tree.securityEvents("PROOF_READ")).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "inclusion?leaf=0&size=99999999999, size, beyond-the-tree",
    "inclusion?leaf=1&size=1, leaf, beyond-the-tree",
    "inclusion?leaf=0&size=0, size, beyond-the-tree",
    "inclusion?leaf=0, size, required",
    "inclusion?leaf=-1&size=1, leaf, invalid",
    "inclusion?leaf=0&leaf=1&size=2, leaf, repeated",
    "inclusion?leaf=0&size=1&root=x, root, unknown-parameter",
    "inclusion?leaf=9999999999999999999&size=1, leaf, invalid",
    "consistency?from=2&to=1, from, beyond-the-tree",
    "consistency?from=0&to=1, from, beyond-the-tree",
    "consistency?from=1&to=99999999999, to, beyond-the-tree",
    "consistency?from=one&to=1, from, invalid"
  })
  void whatTheTreeDoesNotHaveIsNotProved(String question, String field, String code) {
    Answer answer = api.get(WHO, "/api/ledger/proof/" + question);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(field + ":" + code);
  }

  private Checkpoint checkpoint() {
    Answer answer = api.get(WHO, CHECKPOINT);
    assertThat(answer.status()).isEqualTo(200);
    NoteVerifier key =
        NoteVerifier.parse(
            api.get(WHO, "/api/ledger/key").body().lines().findFirst().orElseThrow());
    return Checkpoint.open(answer.body(), List.of(key));
  }

  private static List<byte[]> hashes(JsonNode json) {
    List<byte[]> hashes = new ArrayList<>();
    json.get("hashes").forEach(hash -> hashes.add(Base64.getDecoder().decode(hash.textValue())));
    return hashes;
  }
}
