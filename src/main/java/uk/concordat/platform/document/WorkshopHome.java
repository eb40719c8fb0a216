package uk.concordat.platform.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.io.File;
import uk.concordat.document.WorkshopPath;

/** The unpacked WAR, from whose classes the helpers that work on files are started. */
@ApplicationScoped
class WorkshopHome {
  @Inject ServletContext context;

  @Produces
  @Singleton
  WorkshopPath path() {
    String home = context.getRealPath("/WEB-INF");
    if (home == null) {
      throw new IllegalStateException("the server keeps the portal packed: no file can be checked");
    }
    return new WorkshopPath(String.join(File.pathSeparator, home + "/classes", home + "/lib/*"));
  }
}
