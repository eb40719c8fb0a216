package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.InsideExtension;

/** What only the inside of Payara shows; runs in the product's own WAR. */
@ExtendWith(InsideExtension.class)
@ExtendWith(ArquillianExtension.class)
class InsideIT {
  @Deployment
  static WebArchive war() {
    File war = new File(System.getProperty("concordat.war", "target/concordat.war"));
    return ShrinkWrap.createFromZipFile(WebArchive.class, war).addClass(InsideExtension.class);
  }

  @Test
  void runsInsideTheServer() {
    assertThat(System.getProperty(InsideExtension.INSIDE)).isEqualTo("true");
    assertThat(CDI.current().getBeanManager()).isNotNull();
  }
}
