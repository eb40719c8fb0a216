package uk.concordat.web.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.concordat.agency.StaffPost;
import uk.concordat.agency.StaffPost.Since;
import uk.concordat.web.London;

/**
 * Says a post in words.
 *
 * @param roleNames words for roles by code
 */
public record PostWords(StaffPost post, Map<String, String> roleNames) {

  /** The roles they could act in. */
  public String roles() {
    return post.roles().stream().map(roleNames::get).collect(Collectors.joining(", "));
  }

  /** The role they acted in last. */
  public String role() {
    return roleNames.get(post.role());
  }

  /** Their teams. */
  public String teams() {
    return post.teams().stream().map(PostWords::team).collect(Collectors.joining(", "));
  }

  /** What they lead, each with its first day. */
  public String leads() {
    return since(post.leads().stream().map(PostWords::lead).toList());
  }

  /** Who manages them, with the first day. */
  public String manager() {
    return post.manager() == null ? "" : since(List.of(post.manager()));
  }

  /** Whom they manage, each with its first day. */
  public String manages() {
    return since(post.manages());
  }

  private static Since lead(Since team) {
    return new Since(team.code(), team(team.name()), team.day());
  }

  private static String since(List<Since> several) {
    return several.stream()
        .map(one -> one.name() + ", since " + London.date(one.day()))
        .collect(Collectors.joining("; "));
  }

  /** Teams are known by their code only. */
  private static String team(String code) {
    return code.substring(0, 1).toUpperCase(java.util.Locale.UK)
        + code.substring(1).replace('-', ' ');
  }
}
