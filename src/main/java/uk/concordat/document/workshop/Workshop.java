package uk.concordat.document.workshop;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import uk.concordat.kernel.InvalidInput;

/**
 * The process in which files are taken apart. It says {@link #READY}, takes jobs from its standard
 * input and writes an answer to each; it ends with the portal, even in the middle of a job, because
 * that input ends then. What a hostile file makes of it is that it ends: {@link #TOO_MUCH} where
 * its heap is full.
 */
public final class Workshop {
  /** What it says first, so that one that never started is not taken for one that a file ended. */
  public static final int READY = 'R';

  /** How Java ends with {@code ExitOnOutOfMemoryError}. */
  public static final int TOO_MUCH = 3;

  private static final int BROKEN = 1;

  private final DataOutputStream out;

  private Workshop(DataOutputStream out) {
    this.out = out;
  }

  /** Works until there is nobody any more who asks. */
  public static void main(String[] none) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    var out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(System.err); // what a library prints is no answer
    ImageIO.setUseCache(false);
    out.write(READY);
    out.flush();
    var workshop = new Workshop(out);
    try {
      while (true) {
        Job job = Job.read(in);
        // This thread goes on listening: that nobody asks any more ends the work too.
        new Thread(() -> workshop.work(job)).start();
      }
    } catch (IOException nobodyAsks) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void work(Job job) {
    int end = BROKEN;
    try {
      answer(job).write(out);
      return;
    } catch (OutOfMemoryError full) { // by a library; Java's own has ended the process
      end = TOO_MUCH;
    } catch (Throwable broken) {
      end = BROKEN;
    }
    Runtime.getRuntime().halt(end);
  }

  private static Answer answer(Job job) {
    try {
      return switch (job.task()) {
        case CHECK -> new SentFile(job.file()).checked();
        case DRAW -> Answer.drawn(new PdfPages(job.file()).drawn(job.page()));
      };
    } catch (InvalidInput refused) {
      return Answer.notTaken(refused.errors().get(0).code());
    } catch (RuntimeException | StackOverflowError broken) {
      // Parsers have many ways to stumble over what was built to trip them.
      return Answer.notTaken("unreadable");
    }
  }
}
