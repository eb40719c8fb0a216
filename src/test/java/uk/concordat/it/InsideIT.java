package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.InsideExtension;

/** What only the inside of Payara shows; runs in the product's own WAR. */
@ExtendWith(InsideExtension.class)
@ExtendWith(ArquillianExtension.class)
class InsideIT {
  /** Arquillian's own servlet cannot sign in; the rest of the WAR stays as closed as it is. */
  private static final String RUNNER_IS_OPEN =
      """
      <security-constraint>
        <web-resource-collection>
          <web-resource-name>arquillian</web-resource-name>
          <url-pattern>/ArquillianServletRunnerEE9/*</url-pattern>
        </web-resource-collection>
      </security-constraint>
      </web-app>
      """;

  @Deployment
  static WebArchive war() throws IOException {
    File file = new File(System.getProperty("concordat.war", "target/concordat.war"));
    WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, file);
    try (InputStream in = war.get("WEB-INF/web.xml").getAsset().openStream()) {
      String descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return war.setWebXML(new StringAsset(descriptor.replace("</web-app>", RUNNER_IS_OPEN)))
          .addClass(InsideExtension.class)
          .addAsLibrary(libraryOf(Assertions.class));
    }
  }

  private static File libraryOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  @Test
  void runsInsideTheServer() {
    assertThat(System.getProperty(InsideExtension.INSIDE)).isEqualTo("true");
    assertThat(CDI.current().getBeanManager()).isNotNull();
  }
}
