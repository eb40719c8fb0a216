package uk.concordat.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Everything under {@code /api}. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AgreementsResource.class,
        ReferralsResource.class,
        ListExportResource.class,
        SearchesResource.class,
        IncidentsResource.class,
        SeriesResource.class,
        IncidentImportsResource.class,
        NamingResource.class,
        AccessResource.class,
        ExclusionsResource.class,
        DeclaredConflictResource.class,
        RestrictionResource.class,
        ConsentOverrideResource.class,
        AccessRequestsResource.class,
        BreakGlassResource.class,
        FiltersResource.class,
        MeResource.class,
        StaffSightResource.class,
        NoticesResource.class,
        LedgerResource.class,
        WitnessesResource.class,
        LedgerMonthsResource.class,
        SecurityLogResource.class,
        TrailResource.class,
        OwnTrailResource.class,
        MailSettingResource.class,
        SeenResource.class,
        CrimesResource.class,
        CrimeOutcomesResource.class,
        CrimeMergesResource.class,
        PoliceOutcomesResource.class,
        TriageResource.class,
        FileResource.class,
        FileDefendantsResource.class,
        FileVictimsResource.class,
        FileChargesResource.class,
        FileMovesResource.class,
        FileDecisionsResource.class,
        CourtResource.class,
        RatesResource.class,
        DeskResource.class,
        JourneyResource.class,
        FileFlagsResource.class,
        RiskResource.class,
        SafetyPlanResource.class,
        ContactOfficerResource.class,
        OutcomesResource.class,
        ResultsResource.class,
        ContactsResource.class,
        ObligationsResource.class,
        OwedResource.class,
        ReviewsResource.class,
        WitnessCareResource.class,
        DocumentsResource.class,
        TimelineResource.class,
        IncidentTimelineResource.class,
        RecallsResource.class,
        AmendmentsResource.class,
        VersionsResource.class,
        ProblemMapper.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // an error answer is ours, not the container's page
        "jersey.config.server.response.setStatusOverSendError", true,
        // the description is openapi/concordat.yaml
        "jersey.config.server.wadl.disableWadl", true);
  }
}
