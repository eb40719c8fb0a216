package uk.concordat.web.referral;

import java.util.Locale;
import java.util.stream.Collectors;
import uk.concordat.access.DataClass;
import uk.concordat.referral.Audience;
import uk.concordat.referral.ReferralState;

/**
 * Says in words who sees a referral, what of it, and why.
 *
 * @param state how it stands
 */
public record SeerWords(Words words, ReferralState state) {

  /** Who an audience is. */
  public String who(Audience audience) {
    String role = words.options().roleNames().get(audience.role());
    return switch (audience.source()) {
      case "owner" -> "The sender, as " + role.toLowerCase(Locale.UK);
      case "assignee" -> "Whoever leads on it, as " + role.toLowerCase(Locale.UK);
      case "grant", "break-glass" -> audience.person() == null ? "One " + role : audience.person();
      default -> audience.person() == null ? role + "s" : audience.person();
    };
  }

  /** What an audience sees. */
  public String sees(Audience audience) {
    return audience.dataClasses().stream().map(SeerWords::part).collect(Collectors.joining(", "));
  }

  private static String part(String token) {
    String[] parts = token.split(":");
    String label = DataClass.valueOf(parts[0]).label();
    return parts.length == 1 ? label : label + (parts[1].equals("M") ? " (masked)" : " (header)");
  }

  /** Why an audience sees it. */
  public String because(Audience audience) {
    return switch (audience.source()) {
      case "owner" -> "They wrote it and follow what becomes of it.";
      case "assignee" -> "It was given to them to work on.";
      case "sender" -> "Their agency sent it.";
      case "header" -> "They oversee sharing by their agency; they see no content.";
      case "grant" -> "They asked for access and were given it.";
      case "break-glass" -> "They broke the glass; governance reviews it.";
      case "recipient" ->
          switch (state) {
            case REJECTED, REDIRECTED, DUPLICATE ->
                "It was sent to their unit. They keep the reference and status; the content ends after 28 days.";
            case WITHDRAWN ->
                "It was sent to their unit and taken back. They keep the reference and status.";
            default -> "It was sent to their unit.";
          };
      default -> "";
    };
  }
}
