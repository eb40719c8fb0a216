package uk.concordat.referral;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** An identity that may be missing: EclipseLink's own conversion of UUIDs fails on null. */
@Converter
public class NullableUuid implements AttributeConverter<UUID, String> {

  @Override
  public String convertToDatabaseColumn(UUID id) {
    return id == null ? null : id.toString();
  }

  @Override
  public UUID convertToEntityAttribute(String column) {
    return column == null ? null : UUID.fromString(column);
  }
}
