package org.sapwood;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The arrows and fences of the house. */
@AnalyzeClasses(packages = "org.sapwood", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HOUSE = "org.sapwood.";

    private static String[] rooms(String... names) {
        String[] packages = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            packages[i] = HOUSE + names[i] + "..";
        }
        return packages;
    }

    private static final String[] EVERY_ROOM = rooms(
            "analysis",
            "cli",
            "data",
            "display",
            "endpoint",
            "pipeline",
            "population",
            "qualify",
            "render",
            "result",
            "sap",
            "stats",
            "synthetic",
            "typeset",
            "yaml");

    private static ArchRule only(String room, String because, String... seen) {
        Set<String> allowed = new java.util.TreeSet<>(java.util.List.of(rooms(seen)));
        allowed.add(HOUSE + room + "..");
        String[] forbidden = java.util.Arrays.stream(EVERY_ROOM)
                .filter(name -> !allowed.contains(name))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(HOUSE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because(because);
    }

    @ArchTest
    static final ArchRule STATS = only("stats", "stats knows no clinical word and no other room");

    @ArchTest
    static final ArchRule YAML = only("yaml", "a tree with positions serves every reader and knows none");

    @ArchTest
    static final ArchRule SAP = only("sap", "the plan is decisions; it reads YAML and nothing else", "yaml");

    @ArchTest
    static final ArchRule DATA =
            only("data", "datasets know the plan's conditions and how to suggest a name", "sap", "yaml");

    @ArchTest
    static final ArchRule POPULATION = only("population", "who counts follows from plan and data", "sap", "data");

    @ArchTest
    static final ArchRule ENDPOINT =
            only("endpoint", "what was observed follows from plan, data and subjects", "sap", "data", "population");

    @ArchTest
    static final ArchRule RESULT = only("result", "numbers carry their origin as text and know no other room");

    @ArchTest
    static final ArchRule ANALYSIS = only(
            "analysis",
            "methods turn outcomes into numbers and never format",
            "sap",
            "data",
            "population",
            "endpoint",
            "stats",
            "result");

    @ArchTest
    static final ArchRule DISPLAY = only("display", "displays know results, not statistics", "sap", "result", "yaml");

    @ArchTest
    static final ArchRule TYPESET =
            only("typeset", "typesetting knows finished displays, not statistics", "display", "result");

    @ArchTest
    static final ArchRule RENDER =
            only("render", "media walk finished displays, not statistics", "display", "typeset", "result");

    @ArchTest
    static final ArchRule QUALIFY = only("qualify", "reference cases call the statistics alone", "stats");

    @ArchTest
    static final ArchRule SYNTHETIC =
            only("synthetic", "invented data must not see how they will be analysed", "endpoint", "data");

    @ArchTest
    static final ArchRule CLI = noClasses()
            .that()
            .resideOutsideOfPackage(HOUSE + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HOUSE + "cli..")
            .because("nobody calls back");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(HOUSE + "(*)..")
            .should()
            .beFreeOfCycles()
            .because("every arrow is a function of values, drawn once");

    private static ArchRule fence(String library, String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .because("one library has one room, so that it can be replaced");
    }

    @ArchTest
    static final ArchRule TABLESAW = fence("tech.tablesaw", "data");

    @ArchTest
    static final ArchRule POI = fence("org.apache.poi", "render.xlsx");

    @ArchTest
    static final ArchRule OPEN_PDF = fence("com.lowagie", "render.pdf");

    @ArchTest
    static final ArchRule JFREECHART = fence("org.jfree", "render.drawing");

    @ArchTest
    static final ArchRule PICOCLI = fence("picocli", "cli");

    @ArchTest
    static final ArchRule SNAKEYAML = fence("org.snakeyaml", "yaml");

    @ArchTest
    static final ArchRule EJML = fence("org.ejml", "stats");

    @ArchTest
    static final ArchRule JACKSON = noClasses()
            .that()
            .resideOutsideOfPackages(rooms("result", "qualify", "pipeline", "data.json"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..")
            .because("JSON is written with results and manifests, and read with cases and datasets");

    @ArchTest
    static final ArchRule OLD_COMMONS_MATH = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.commons.math3.distribution..",
                    "org.apache.commons.math3.stat.inference..",
                    "org.apache.commons.math3.stat.interval..",
                    "org.apache.commons.math3.random..")
            .because("its quantiles and tails are wrong or lost in places, and its exact tests enumerate");

    private static final Set<String> LOOSE = Set.of(
            "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
            "sinh", "cosh", "tanh", "cbrt", "hypot");

    @ArchTest
    static final ArchRule STRICT_MATH = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("a function of Math whose last bit may differ") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().isEquivalentTo(Math.class)
                            && LOOSE.contains(call.getTarget().getName());
                }
            })
            .because("results are the same to the last bit on every machine: StrictMath");

    @ArchTest
    static final ArchRule CLOCK = noClasses()
            .that()
            .resideOutsideOfPackages(rooms("pipeline", "cli"))
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("the clock") {
                @Override
                public boolean test(JavaMethodCall call) {
                    String name = call.getTarget().getName();
                    JavaClass owner = call.getTargetOwner();
                    return (name.equals("now")
                                    && (owner.isEquivalentTo(Instant.class)
                                            || owner.isEquivalentTo(LocalDate.class)
                                            || owner.isEquivalentTo(LocalDateTime.class)))
                            || (owner.isEquivalentTo(System.class)
                                    && (name.equals("currentTimeMillis") || name.equals("nanoTime")));
                }
            })
            .because("only the pipeline touches the clock");

    @ArchTest
    static final ArchRule CHANCE = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, ThreadLocalRandom.class)
            .because("random streams are keyed generators passed as arguments");

    @ArchTest
    static final ArchRule UNKEYED_CHANCE = noClasses()
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(StrictMath.class, "random")
            .because("random streams are keyed generators passed as arguments");

    @ArchTest
    static final ArchRule NO_LOCALE = noClasses()
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .because("the same input gives the same bytes whatever language the machine speaks");

    @ArchTest
    static final ArchRule CONSOLE = noClasses()
            .that()
            .resideOutsideOfPackage(HOUSE + "cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what a command says goes through the command line alone");

    @ArchTest
    static final ArchRule NAMES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("a class is named for the one thing it is");

    @ArchTest
    static final ArchRule NULL_MARKED = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked")
            .because("null is written where it is meant");
}
