package uk.concordat.web.referral;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Box;
import uk.concordat.referral.ListQuery;
import uk.concordat.referral.Queue;
import uk.concordat.referral.ReferralState;

/** Which list is shown and what narrows it, as it stands in the address. */
public class ListForm {
  static final String PAGE = "/referral/inbox.xhtml";
  private static final int ROWS = 20;
  private static final List<String> NARROWING = List.of("reference", "status", "from", "strand");

  /**
   * Closed values, the beginning of a reference, and a place, which is a cursor of ours: none needs
   * to be written otherwise, and none says a name.
   */
  private static final Pattern KEPT =
      Pattern.compile(
          "(?<![^,])(?:(queue|box|status|from|strand|sort|reference):([A-Z0-9_-]{1,60})"
              + "|(at):([A-Za-z0-9_-]{1,400}))(?![^,])");

  private final Map<String, String> given = new LinkedHashMap<>();

  /** What was given, by the name in the address; written by the page. */
  public Map<String, String> getGiven() {
    return given;
  }

  /** The queue; null where a box is shown. */
  public Queue getQueue() {
    return known("queue", Queue.values()).orElse(null);
  }

  /** The box; null where a queue is shown. */
  public Box getBox() {
    return getQueue() == null ? known("box", Box.values()).orElse(Box.INBOX) : null;
  }

  /** The status; null where any is asked for, or all that are open. */
  public ReferralState getStatus() {
    return known("status", ReferralState.values()).orElse(null);
  }

  /** The strand; null where any is asked for. */
  public Strand getStrand() {
    return known("strand", Strand.values()).orElse(null);
  }

  /** The order: a queue's own, or the one that was chosen. */
  public ListQuery.Sort getSort() {
    return getQueue() != null
        ? getQueue().sort()
        : known("sort", ListQuery.Sort.values()).orElse(ListQuery.Sort.DUE);
  }

  /** Whether it narrows anything. */
  public boolean isAny() {
    return NARROWING.stream().anyMatch(name -> given.get(name) != null);
  }

  /** What it asks for, from a place on; a filter that is none is left out. */
  ListQuery query(String cursor) {
    return new ListQuery(
        getBox(),
        getQueue(),
        "OPEN".equals(given.get("status")) ? Boolean.TRUE : null,
        getStatus(),
        shaped("from", "[A-Z0-9-]{1,60}"),
        null,
        getStrand(),
        shaped("reference", "[A-Z0-9-]{1,17}"),
        getSort(),
        ROWS,
        cursor);
  }

  /** The address of the same list with one thing changed; empty takes it away. */
  public String address(String name, String value) {
    Map<String, String> parameters = new LinkedHashMap<>(given);
    parameters.put(name, value);
    return address(parameters);
  }

  /** The address of another list: neither what narrows this one nor its order goes with it. */
  public static String addressOf(String name, String value) {
    return address(Map.of(name, value));
  }

  /** The address of a list that was kept. */
  static String addressOf(ListQuery list) {
    return address(parameters(list));
  }

  private static Map<String, String> parameters(ListQuery list) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("queue", name(list.queue()));
    parameters.put("box", name(list.box()));
    parameters.put(
        "status",
        list.state() == null && list.open() != null && list.open() ? "OPEN" : name(list.state()));
    parameters.put("from", list.from());
    parameters.put("strand", name(list.strand()));
    parameters.put("sort", list.queue() == null ? name(list.sort()) : null);
    return parameters;
  }

  private static String name(Enum<?> one) {
    return one == null ? null : one.name();
  }

  /** Where the list is saved as it is filtered now. */
  public String getSaving() {
    return addressOf(query(null)).replace(PAGE, "/referral/filter.xhtml");
  }

  /**
   * The list in one word, for pages that lead back to it: {@code queue:DUE,from:BTP}.
   *
   * @param cursor where the page of it begins; null for the first
   */
  String keptAt(String cursor) {
    ListQuery list = query(null);
    Map<String, String> parameters = parameters(list);
    parameters.put("reference", list.reference());
    parameters.put("at", cursor);
    return kept(word(parameters));
  }

  /** The same as an address gave it, without what is none of it. */
  static String kept(String word) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher each = KEPT.matcher(word == null ? "" : word);
    while (each.find()) {
      int name = each.group(1) == null ? 3 : 1;
      parameters.putIfAbsent(each.group(name), each.group(name + 1));
    }
    return word(parameters);
  }

  private static String word(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(one -> one.getValue() != null)
        .map(one -> one.getKey() + ":" + one.getValue())
        .collect(Collectors.joining(","));
  }

  /** Where such a word leads. */
  static String addressOfKept(String word) {
    String kept = kept(word);
    return kept.isEmpty() ? PAGE : PAGE + "?" + kept.replace(':', '=').replace(',', '&');
  }

  /** The list that such a word names. */
  static ListForm ofKept(String word) {
    var form = new ListForm();
    Matcher each = Pattern.compile("([a-z]+):([^,]+)").matcher(kept(word));
    while (each.find()) {
      form.given.put(each.group(1), each.group(2));
    }
    return form;
  }

  /** What it is called. */
  String heading() {
    return getQueue() != null ? getQueue().label() : ListWords.heading(getBox());
  }

  /** The address of the list with nothing that narrows it. */
  public String getUnfiltered() {
    return getQueue() != null
        ? addressOf("queue", getQueue().name())
        : addressOf("box", getBox().name());
  }

  private static String address(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(one -> one.getValue() != null && !one.getValue().isBlank())
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", PAGE + "?", ""));
  }

  private <E extends Enum<E>> Optional<E> known(String name, E[] values) {
    return Arrays.stream(values).filter(one -> one.name().equals(given.get(name))).findFirst();
  }

  private String shaped(String name, String shape) {
    String typed = given.get(name);
    String text = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
    return text.matches(shape) ? text : null;
  }
}
