package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import uk.concordat.prosecution.FileService;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.OffenceService;
import uk.concordat.web.PageAddress;

/** The task list of the file: what is there and what lacks, part by part. */
@Named
@RequestScoped
public class PreparePage {
  @Inject FileService files;
  @Inject OffenceService book;
  private String ref;
  private FileView view;
  private FileTasks tasks;

  /** The address is known before the view parameter is. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page; a file that the reader does not write now is read instead. */
  public String open() {
    ref = getView().reference();
    return getView().prepares() ? null : "/prosecution/file.xhtml?faces-redirect=true&ref=" + ref;
  }

  /** The file as the caller sees it. */
  public FileView getView() {
    if (view == null) {
      view = files.of(ref);
    }
    return view;
  }

  /** What there is to do; null where no file was started. */
  public FileTasks getTasks() {
    if (tasks == null && getView().file() != null) {
      tasks = new FileTasks(getView(), book.offences());
    }
    return tasks;
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }
}
