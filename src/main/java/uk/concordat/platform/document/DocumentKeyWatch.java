package uk.concordat.platform.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import uk.concordat.document.DocumentKeys;
import uk.concordat.document.DocumentRepository;
import uk.concordat.document.WorkshopPath;

/**
 * Says at the start, and not at the first upload, that the key of documents cannot be used, that
 * documents lie under one that was not given, or that the server keeps the portal packed, so that
 * no file can be checked. Of a key no more is said than its name.
 */
@ApplicationScoped
class DocumentKeyWatch {
  private static final Logger LOG = Logger.getLogger(DocumentKeyWatch.class.getName());

  @Inject Instance<DocumentKeys> keys;
  @Inject Instance<WorkshopPath> workshop;
  @Inject DocumentRepository documents;

  @Transactional
  void start(@Observes @Initialized(ApplicationScoped.class) Object portal) {
    try {
      workshop.get();
      Set<String> lacking = documents.keys();
      lacking.removeAll(keys.get().byName().keySet());
      if (!lacking.isEmpty()) {
        LOG.log(Level.SEVERE, "No document opens that lies under the keys {0}", lacking);
      }
    } catch (RuntimeException unusable) {
      LOG.log(Level.SEVERE, "No document can be attached or opened: {0}", unusable.getMessage());
    }
  }
}
