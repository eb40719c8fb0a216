package uk.concordat.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others computed: the trees of RFC 6962 implementations and the vectors of one of them. */
class KnownAnswersTest {
  private static final List<String> INPUTS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  @ParameterizedTest
  @CsvSource({
    "0,e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1,6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2,fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3,aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4,d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5,4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6,76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7,ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8,5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void theRootsOfTheReferenceTree(int size, String root) {
    var range = new CompactRange(0);
    INPUTS.stream()
        .limit(size)
        .forEach(input -> range.append(TreeHash.leaf(HexFormat.of().parseHex(input))));

    assertThat(range.root()).asHexString().isEqualToIgnoringCase(root);
  }

  @TestFactory
  Stream<DynamicTest> inclusion() throws IOException {
    return vectors("inclusion.json")
        .map(
            vector -> {
              var proof =
                  new InclusionProof(
                      vector.get("leafIdx").bigIntegerValue().longValue(),
                      vector.get("treeSize").longValue(),
                      bytes(vector.get("leafHash")),
                      hashes(vector));
              return test(vector, proof.verify(bytes(vector.get("root"))));
            });
  }

  @TestFactory
  Stream<DynamicTest> consistency() throws IOException {
    return vectors("consistency.json")
        .map(
            vector -> {
              var proof =
                  new ConsistencyProof(
                      vector.get("size1").longValue(),
                      vector.get("size2").longValue(),
                      hashes(vector));
              boolean accepted =
                  proof.verify(bytes(vector.get("root1")), bytes(vector.get("root2")));
              return test(vector, accepted);
            });
  }

  @Test
  void allVectorsAreThere() throws IOException {
    assertThat(vectors("inclusion.json").count() + vectors("consistency.json").count())
        .isEqualTo(196);
  }

  private static DynamicTest test(JsonNode vector, boolean accepted) {
    return DynamicTest.dynamicTest(
        vector.get("name").textValue(),
        () -> assertThat(accepted).isNotEqualTo(vector.get("wantErr").booleanValue()));
  }

  private static Stream<JsonNode> vectors(String file) throws IOException {
    try (InputStream json = KnownAnswersTest.class.getResourceAsStream(file)) {
      return StreamSupport.stream(new ObjectMapper().readTree(json).spliterator(), false);
    }
  }

  private static List<byte[]> hashes(JsonNode vector) {
    List<byte[]> hashes = new ArrayList<>();
    for (JsonNode hash : vector.get("proof")) {
      hashes.add(bytes(hash));
    }
    return hashes;
  }

  private static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.textValue());
  }
}
