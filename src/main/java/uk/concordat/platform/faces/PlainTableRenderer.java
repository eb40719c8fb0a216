package uk.concordat.platform.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import jakarta.faces.render.FacesRenderer;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.component.datatable.DataTableRenderer;

/**
 * PrimeFaces' data table as a table to read: with a caption, as a table and not as a grid of cells
 * to edit, and without its script, because sorting and turning pages are ordinary links here. So a
 * page with a table needs no script of PrimeFaces and no nonce.
 */
@FacesRenderer(componentFamily = "org.primefaces.component", rendererType = PlainTableRenderer.TYPE)
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

  /**
   * Roles are spelt out, so that a table shown as cards on a small screen still is a table to a
   * screen reader.
   */
  private static final class TableWords extends ResponseWriterWrapper {

    private static final Map<String, String> ROLES =
        Map.of(
            "table",
            "table",
            "thead",
            "rowgroup",
            "tbody",
            "rowgroup",
            "tr",
            "row",
            "th",
            "columnheader",
            "td",
            "cell");

    private String element = "";

    TableWords(ResponseWriter wrapped) {
      super(wrapped);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
      return new TableWords(getWrapped().cloneWithWriter(writer));
    }

    @Override
    public void startElement(String name, UIComponent component) throws IOException {
      super.startElement(name, component);
      element = name;
      String role = ROLES.get(name);
      if (role != null) {
        super.writeAttribute("role", role, null);
      }
    }

    @Override
    public void writeAttribute(String name, Object value, String property) throws IOException {
      boolean ours = ROLES.containsKey(element) && "role".equals(name);
      // PrimeFaces hides the table until its script has run: here none does.
      boolean hides = "style".equals(name) && String.valueOf(value).contains("visibility:hidden");
      // What a column says of its heading is not said of each of its cells.
      boolean sort = "aria-sort".equals(name) && !"th".equals(element);
      if (!ours && !hides && !sort) {
        super.writeAttribute(name, value, property);
      }
    }
  }
}
