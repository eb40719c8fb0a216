package uk.concordat.platform.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import jakarta.faces.render.FacesRenderer;
import java.io.IOException;
import java.io.Writer;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.component.datatable.DataTableRenderer;

/**
 * PrimeFaces' data table as a table to read: with a caption, as a table and not as a grid of cells to edit, and without
 * its script, because sorting and turning pages are ordinary links here. So a page with a table needs no script of
 * PrimeFaces and no nonce.
 */
@FacesRenderer(
    componentFamily = "org.primefaces.component",
    rendererType = PlainTableRenderer.TYPE)
public class PlainTableRenderer extends DataTableRenderer {

  public static final String TYPE = "concordat.PlainTable";

  @Override
  public void encodeEnd(FacesContext context, UIComponent component) throws IOException {
    ResponseWriter writer = context.getResponseWriter();
    context.setResponseWriter(new TableWords(writer));
    try {
      super.encodeEnd(context, component);
    } finally {
      context.setResponseWriter(writer);
    }
  }

  @Override
  protected void encodeThead(FacesContext context, DataTable table) throws IOException {
    Object caption = table.getAttributes().get("caption");
    if (caption != null) {
      ResponseWriter writer = context.getResponseWriter();
      writer.startElement("caption", table);
      writer.writeAttribute("class", "hidden-visually", null);
      writer.writeText(caption, null);
      writer.endElement("caption");
    }
    super.encodeThead(context, table);
  }

  @Override
  protected void encodeScript(FacesContext context, DataTable table) {
    // Nothing in the table moves by itself.
  }

  /** Roles are spelt out, so that a table shown as cards on a small screen still is a table to a screen reader. */
  private static final class TableWords extends ResponseWriterWrapper {

    TableWords(ResponseWriter wrapped) {
      super(wrapped);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
      return new TableWords(getWrapped().cloneWithWriter(writer));
    }

    @Override
    public void writeAttribute(String name, Object value, String property) throws IOException {
      // PrimeFaces hides the table until its script has run: here none does.
      if (!"style".equals(name) || !String.valueOf(value).contains("visibility:hidden")) {
        super.writeAttribute(name, "role".equals(name) ? word(value) : value, property);
      }
    }

    private static Object word(Object role) {
      return "grid".equals(role) ? "table" : "gridcell".equals(role) ? "cell" : role;
    }
  }
}
