package uk.concordat.web.referral;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * The one page of a list that has been read, as PrimeFaces' lazy table wants it: order and place
 * were decided by the service, so that what the table asks for is already here.
 */
public class PageModel extends LazyDataModel<Row> {
  private static final long serialVersionUID = 1L;
  private final transient List<Row> rows;

  PageModel(List<Row> rows) {
    this.rows = rows;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return rows.size();
  }

  @Override
  public List<Row> load(
      int first, int pageSize, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
    return rows;
  }

  @Override
  public String getRowKey(Row row) {
    return row.getReference();
  }
}
