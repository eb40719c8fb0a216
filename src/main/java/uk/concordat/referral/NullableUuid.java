package uk.concordat.referral;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/**
 * An identity that may be missing: EclipseLink's own conversion of UUIDs fails on null. The driver
 * takes texts for identities and gives identities back.
 */
@Converter
public class NullableUuid implements AttributeConverter<UUID, Object> {

  @Override
  public Object convertToDatabaseColumn(UUID id) {
    return id == null ? null : id.toString();
  }

  @Override
  public UUID convertToEntityAttribute(Object column) {
    return column == null ? null : UUID.fromString(column.toString());
  }
}
