package uk.concordat.document.workshop;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * What a PDF does by itself when it, or a page of it, is opened. An address that a reader follows
 * is a link; one that is fetched by itself tells somebody who read it, and when.
 */
final class PdfStarts {
  private static final COSName OPEN = COSName.getPDFName("OpenAction");
  private static final COSName EVENTS = COSName.getPDFName("AA");
  private static final COSName NEXT = COSName.getPDFName("Next");
  private static final COSName ADDRESS = COSName.getPDFName("URI");

  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Refuses ({@code starts}) what would by itself go to an address. */
  void look(COSDictionary held) {
    starts(held.getDictionaryObject(OPEN));
    if (held.getDictionaryObject(EVENTS) instanceof COSDictionary events) {
      List.copyOf(events.keySet()).forEach(event -> starts(events.getDictionaryObject(event)));
    }
  }

  private void starts(COSBase action) {
    if (action == null || !seen.add(action)) {
      return;
    }
    if (action instanceof COSArray several) {
      for (int place = 0; place < several.size(); place++) {
        starts(several.getObject(place));
      }
    } else if (action instanceof COSDictionary one) {
      PdfFile.refuse(ADDRESS.equals(one.getDictionaryObject(COSName.S)), "starts");
      starts(one.getDictionaryObject(NEXT));
    }
  }
}
