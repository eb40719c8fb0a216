package uk.concordat;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.StaticMetamodel;
import jakarta.transaction.Transactional;
import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.concordat.access.Requires;
import uk.concordat.audit.Erasure;
import uk.concordat.audit.Leaf;
import uk.concordat.audit.LeafSpan;
import uk.concordat.audit.Verb;
import uk.concordat.document.workshop.Answer;
import uk.concordat.document.workshop.Job;
import uk.concordat.document.workshop.Workshop;

/** The house keeps its shape: rooms, arrows between them, and what may be said in which room. */
@AnalyzeClasses(packages = "uk.concordat", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] VENDORS = {
    "org.glassfish..",
    "org.eclipse.persistence..",
    "fish.payara..",
    "com.nimbusds..",
    "org.flywaydb..",
    "org.postgresql..",
    "org.keycloak..",
    "com.sun.."
  };
  private static final String[] DOORS_AND_SIDE = {
    "uk.concordat.web..", "uk.concordat.api..", "uk.concordat.platform.."
  };
  private static final int MOST_LINES = 240;
  private static final int MOST_INJECTED = 5;

  @ArchTest
  static final ArchRule arrowsPointDown =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("kernel")
          .definedBy("uk.concordat.kernel..")
          .layer("caller")
          .definedBy("uk.concordat.caller..")
          .layer("agency")
          .definedBy("uk.concordat.agency..")
          .layer("codelist")
          .definedBy("uk.concordat.codelist..")
          .layer("audit")
          .definedBy("uk.concordat.audit..")
          .layer("access")
          .definedBy("uk.concordat.access..")
          .layer("agreement")
          .definedBy("uk.concordat.agreement..")
          .layer("document")
          .definedBy("uk.concordat.document..")
          .layer("referral")
          .definedBy("uk.concordat.referral..")
          .layer("incident")
          .definedBy("uk.concordat.incident..")
          .layer("casework")
          .definedBy("uk.concordat.casework..")
          .layer("prosecution")
          .definedBy("uk.concordat.prosecution..")
          .layer("court")
          .definedBy("uk.concordat.court..")
          .layer("journey")
          .definedBy("uk.concordat.journey..")
          .layer("victim")
          .definedBy("uk.concordat.victim..")
          .layer("mail")
          .definedBy("uk.concordat.mail..")
          .layer("queue")
          .definedBy("uk.concordat.queue..")
          .layer("oversight")
          .definedBy("uk.concordat.oversight..")
          .layer("web")
          .definedBy("uk.concordat.web..")
          .layer("api")
          .definedBy("uk.concordat.api..")
          .layer("platform")
          .definedBy("uk.concordat.platform..")
          .whereLayer("kernel")
          .mayNotAccessAnyLayer()
          .whereLayer("caller")
          .mayOnlyAccessLayers("kernel")
          .whereLayer("agency")
          .mayOnlyAccessLayers("kernel", "caller")
          .whereLayer("codelist")
          .mayOnlyAccessLayers("kernel", "caller")
          .whereLayer("audit")
          .mayOnlyAccessLayers("kernel", "caller", "agency")
          .whereLayer("access")
          .mayOnlyAccessLayers("kernel", "caller", "agency", "audit")
          .whereLayer("agreement")
          .mayOnlyAccessLayers("kernel", "caller", "agency", "codelist", "audit", "access")
          .whereLayer("document")
          .mayOnlyAccessLayers("kernel", "caller", "agency", "audit", "access")
          .whereLayer("referral")
          .mayOnlyAccessLayers(
              "kernel", "caller", "agency", "codelist", "audit", "access", "document")
          .whereLayer("incident")
          .mayOnlyAccessLayers(
              "kernel", "caller", "agency", "codelist", "audit", "access", "referral")
          .whereLayer("casework")
          .mayOnlyAccessLayers(
              "kernel", "caller", "agency", "codelist", "audit", "access", "referral")
          .whereLayer("prosecution")
          .mayOnlyAccessLayers(
              "kernel",
              "caller",
              "agency",
              "codelist",
              "audit",
              "access",
              "referral",
              "victim",
              "journey")
          .whereLayer("court")
          .mayOnlyAccessLayers(
              "kernel", "caller", "audit", "access", "referral", "prosecution", "victim", "journey")
          .whereLayer("journey")
          .mayOnlyAccessLayers("kernel", "caller", "access", "audit", "referral")
          .whereLayer("victim")
          .mayOnlyAccessLayers(
              "kernel", "caller", "agency", "codelist", "audit", "access", "referral", "casework")
          .whereLayer("mail")
          .mayOnlyAccessLayers("kernel", "caller", "audit", "access")
          .whereLayer("queue")
          .mayOnlyAccessLayers(
              "kernel", "caller", "agency", "audit", "access", "referral", "casework")
          .whereLayer("oversight")
          .mayOnlyAccessLayers("kernel", "caller", "agency", "codelist", "audit", "access")
          .whereLayer("web")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("api")
          .mayOnlyBeAccessedByLayers("platform")
          .whereLayer("platform")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule everyClassIsInARoomOfTheHouse =
      classes()
          .should()
          .resideInAnyPackage(
              "uk.concordat.kernel..",
              "uk.concordat.caller..",
              "uk.concordat.agency..",
              "uk.concordat.codelist..",
              "uk.concordat.audit..",
              "uk.concordat.access..",
              "uk.concordat.agreement..",
              "uk.concordat.document..",
              "uk.concordat.referral..",
              "uk.concordat.incident..",
              "uk.concordat.casework..",
              "uk.concordat.prosecution..",
              "uk.concordat.court..",
              "uk.concordat.journey..",
              "uk.concordat.victim..",
              "uk.concordat.mail..",
              "uk.concordat.queue..",
              "uk.concordat.oversight..",
              "uk.concordat.web..",
              "uk.concordat.api..",
              "uk.concordat.platform..");

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("uk.concordat.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule rulesKnowNoDoor =
      noClasses()
          .that()
          .resideOutsideOfPackages(DOORS_AND_SIDE)
          .and()
          .haveNameNotMatching( // what the ledger commits to is JSON
              "uk\\.concordat\\.audit\\.(CanonicalEntry|CanonicalContent|Digests)(\\$\\d+)?")
          .and()
          .resideOutsideOfPackages("uk.concordat.audit.export..", "uk.concordat.audit.witness..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.faces..",
              "jakarta.el..",
              "jakarta.ws.rs..",
              "jakarta.json..",
              "jakarta.servlet..",
              "jakarta.security..",
              "org.primefaces..",
              "org.omnifaces..");

  /** What people send is parsed in a process of its own, never in the portal's. */
  @ArchTest
  static final ArchRule onlyHelpersTakeFilesApart =
      noClasses()
          .that()
          .resideOutsideOfPackages("uk.concordat.document.workshop..", "uk.concordat.web.paper..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.pdfbox..",
              "org.apache.tika..",
              "com.drew..",
              "javax.imageio..",
              "java.awt..")
          .orShould()
          .dependOnClassesThat(
              resideInAnyPackage("uk.concordat.document.workshop..")
                  .and(
                      not(belongToAnyOf(Job.class, Job.Task.class, Answer.class, Workshop.class))));

  /** An agency runs it by itself: only these classes are in its jar, and nothing of a server. */
  @ArchTest
  static final ArchRule theWitnessStandsAlone =
      classes()
          .that()
          .resideInAnyPackage(
              "uk.concordat.audit.merkle..",
              "uk.concordat.audit.note..",
              "uk.concordat.audit.export..",
              "uk.concordat.audit.witness..")
          .or()
          .haveFullyQualifiedName("uk.concordat.audit.Leaf")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "javax.crypto..",
                      "jakarta.json..",
                      "uk.concordat.audit.merkle..",
                      "uk.concordat.audit.note..",
                      "uk.concordat.audit.export..",
                      "uk.concordat.audit.witness..")
                  .or(belongToAnyOf(Leaf.class, LeafSpan.class, Erasure.class, Verb.class)));

  @ArchTest
  static final ArchRule kernelKnowsNoFramework =
      noClasses()
          .that()
          .resideInAPackage("uk.concordat.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "org..");

  @ArchTest
  static final ArchRule onlyThePlatformKnowsVendors =
      noClasses()
          .that()
          .resideOutsideOfPackage("uk.concordat.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(VENDORS);

  @ArchTest
  static final ArchRule primeFacesIsForTheTableOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("uk.concordat.platform.faces..")
          .and()
          .doNotHaveFullyQualifiedName("uk.concordat.web.referral.PageModel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.primefaces..");

  @ArchTest
  static final ArchRule everyUseCaseIsATransactionAndDeclaresItsAction =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackages(DOORS_AND_SIDE)
          .and()
          .areDeclaredInClassesThat()
          .haveNameMatching(".*(Service|Moves)")
          .should()
          .beAnnotatedWith(Transactional.class)
          .andShould()
          .beAnnotatedWith(Requires.class);

  @ArchTest
  static final ArchRule onlyRepositoriesTalkToTheDatabase =
      noClasses()
          .that()
          .haveNameNotMatching(".*(Repository|Listing|Keys|\\.Ledger|\\.SecurityLog)")
          .and()
          .resideOutsideOfPackage("uk.concordat.platform.database..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class);

  @ArchTest
  static final ArchRule sqlIsBelowTheDoors =
      noClasses()
          .that()
          .resideInAnyPackage("uk.concordat.web..", "uk.concordat.api..", "uk.concordat.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule pageBeansStaySmall =
      classes()
          .that()
          .resideInAPackage("uk.concordat.web..")
          .and()
          .areAnnotatedWith(Named.class)
          .should(staySmall());

  /** With two of one name the portal does not come up. */
  @ArchTest
  static void everyBeanHasANameOfItsOwn(JavaClasses house) {
    List<String> names =
        house.stream()
            .filter(one -> one.isAnnotatedWith(Named.class))
            .map(ArchitectureTest::name)
            .toList();
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  private static String name(JavaClass bean) {
    String given = bean.getAnnotationOfType(Named.class).value();
    return given.isEmpty() ? Introspector.decapitalize(bean.getSimpleName()) : given;
  }

  @ArchTest
  static final ArchRule nothingIsSharedThatChanges =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat(areNotGenerated())
          .should()
          .haveModifier(FINAL);

  @ArchTest
  static final ArchRule timeComesFromTheInjectedClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("uk.concordat.platform..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  /** The metamodel's fields are filled by the persistence provider. */
  private static DescribedPredicate<JavaClass> areNotGenerated() {
    return describe("are written by us", each -> !each.isAnnotatedWith(StaticMetamodel.class));
  }

  private static ArchCondition<JavaClass> staySmall() {
    return new ArchCondition<>(
        "have at most %d lines and %d injected fields".formatted(MOST_LINES, MOST_INJECTED)) {
      @Override
      public void check(JavaClass bean, ConditionEvents events) {
        long injected =
            bean.getAllFields().stream()
                .filter(field -> field.isAnnotatedWith(Inject.class))
                .count();
        long lines = lines(bean);
        events.add(
            new SimpleConditionEvent(
                bean,
                lines <= MOST_LINES && injected <= MOST_INJECTED,
                "%s has %d lines and %d injected fields"
                    .formatted(bean.getName(), lines, injected)));
      }
    };
  }

  private static long lines(JavaClass bean) {
    Path source = Path.of("src/main/java", bean.getName().replace('.', '/') + ".java");
    try (var lines = Files.lines(source)) {
      return lines.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
