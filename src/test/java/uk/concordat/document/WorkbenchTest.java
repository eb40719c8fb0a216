package uk.concordat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.concordat.document.workshop.Job;
import uk.concordat.document.workshop.Workshop;

/** Helpers that work on files: whatever becomes of them, who asked has an answer. */
@Timeout(60)
class WorkbenchTest {
  private static final String CLASSES = System.getProperty("java.class.path");
  private final Workbench bench = new Workbench();

  WorkbenchTest() {
    bench.path = new WorkshopPath(CLASSES);
  }

  @Test
  void drawsAPage() throws HelperLost {
    byte[] png = bench.done(Job.draw(SampleFiles.pdf(), 2)).bytes();
    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    assertThat(bench.done(Job.draw(SampleFiles.pdf(), 3)).bytes()).isNull();
    assertThat(bench.done(Job.draw(HostileFiles.scannedPdf(), 1)).bytes()).isNotNull();
  }

  @Test
  void aPageWithoutEndIsGivenUp() {
    bench.limit = Duration.ofSeconds(3);
    assertThatThrownBy(() -> bench.done(Job.draw(HostileFiles.pdfWithoutEnd(), 1)))
        .isInstanceOfSatisfying(
            HelperLost.class, lost -> assertThat(lost.code()).isEqualTo("takes-too-long"));
  }

  @Test
  void aFileThatFillsTheHeapIsGivenUp() {
    assertThatThrownBy(() -> bench.done(Job.draw(HostileFiles.pdfWithSpace(), 1)))
        .isInstanceOfSatisfying(
            HelperLost.class, lost -> assertThat(lost.code()).isEqualTo("inflates"));
  }

  @Test
  void aHelperThatNeverStartsIsNotTheFilesFault() {
    bench.path = new WorkshopPath("nowhere");
    assertThatThrownBy(() -> bench.done(Job.check(SampleFiles.pdf()))).isInstanceOf(Busy.class);
  }

  @Test
  void whoFindsNoPlaceIsToldToComeAgain() throws InterruptedException {
    bench.wait = Duration.ofMillis(50);
    var working = new CountDownLatch(2);
    var end = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      var worker =
          new Thread(
              () ->
                  bench.showing(
                      () -> {
                        working.countDown();
                        return waited(end);
                      }));
      worker.setDaemon(true);
      worker.start();
    }
    assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> bench.showing(() -> 1)).isInstanceOf(Busy.class);
    assertThat(bench.checking(() -> 1)).as("no reader holds up an upload").isOne();
    end.countDown();
    bench.wait = Duration.ofSeconds(10);
    assertThat(bench.showing(() -> 1)).isOne();
  }

  @Test
  void aHelperEndsWithThePortalInTheMiddleOfItsWork() throws IOException, InterruptedException {
    Process helper =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                CLASSES,
                Workshop.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(helper.getInputStream().read()).isEqualTo(Workshop.READY);
    Job.draw(HostileFiles.pdfWithoutEnd(), 1).write(new DataOutputStream(helper.getOutputStream()));
    assertThat(helper.isAlive()).isTrue();
    helper.getOutputStream().close();
    assertThat(helper.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private static int waited(CountDownLatch end) {
    try {
      return end.await(20, TimeUnit.SECONDS) ? 1 : 0;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
