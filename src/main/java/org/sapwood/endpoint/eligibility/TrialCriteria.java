package org.sapwood.endpoint.eligibility;

import static org.sapwood.endpoint.eligibility.Criterion.above;
import static org.sapwood.endpoint.eligibility.Criterion.all;
import static org.sapwood.endpoint.eligibility.Criterion.any;
import static org.sapwood.endpoint.eligibility.Criterion.atLeast;
import static org.sapwood.endpoint.eligibility.Criterion.atMost;
import static org.sapwood.endpoint.eligibility.Criterion.below;
import static org.sapwood.endpoint.eligibility.Criterion.flag;
import static org.sapwood.endpoint.eligibility.Criterion.not;
import static org.sapwood.endpoint.eligibility.Criterion.within;
import static org.sapwood.endpoint.eligibility.LookBack.Unit.MONTHS;
import static org.sapwood.endpoint.eligibility.LookBack.Unit.WEEKS;
import static org.sapwood.endpoint.eligibility.LookBack.Unit.YEARS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.endpoint.eligibility.Criterion.AtLeast;
import org.sapwood.endpoint.eligibility.Criterion.Comparison;
import org.sapwood.endpoint.eligibility.Criterion.Multiple;
import org.sapwood.endpoint.eligibility.EligibilityRule.Kind;

/**
 * The published criteria of five trials of low-dose interleukin-2, as far as registries and papers give them. Where a
 * source text is unclear or contradicts itself, the rule carries a note on how it was read; criteria that were not
 * published are not invented, so the lists of NCT05495321 and NCT04062019 have no exclusions.
 *
 * <p>Names: numbers are measurements at screening ({@code mmt8-150}, {@code gc-mg-kg}, {@code alt}, {@code alt-uln} ...),
 * flags are findings, events carry their dates.
 */
public final class TrialCriteria {

    private static final Map<String, List<EligibilityRule>> BY_REGISTRY_NUMBER = byRegistryNumber();

    private TrialCriteria() {}

    /** {@return the registry numbers with criteria, ascending} */
    public static List<String> registryNumbers() {
        return List.copyOf(BY_REGISTRY_NUMBER.keySet());
    }

    /**
     * The criteria of a trial.
     *
     * @param registryNumber for example {@code NCT04237987}
     * @return its rules in protocol order
     * @throws IllegalArgumentException when the trial is not known
     */
    public static List<EligibilityRule> of(String registryNumber) {
        List<EligibilityRule> rules = BY_REGISTRY_NUMBER.get(registryNumber);
        if (rules == null) {
            throw new IllegalArgumentException(
                    "no criteria of " + registryNumber + ". Known: " + String.join(", ", registryNumbers()));
        }
        return rules;
    }

    private static Map<String, List<EligibilityRule>> byRegistryNumber() {
        Map<String, List<EligibilityRule>> trials = new TreeMap<>();
        trials.put("NCT04237987", myositisWithCiclosporin());
        trials.put("NCT05495321", dermatomyositis());
        trials.put("NCT04062006", polymyalgia());
        trials.put("NCT04062019", myositisPilot());
        trials.put("NCT02465580", lupus());
        return trials;
    }

    private static List<EligibilityRule> myositisWithCiclosporin() {
        Rules rules = new Rules();
        rules.include(
                "at least 18 years",
                atLeast("age", "18"),
                "the text says older than 18, the registry field 18 and older; the field is followed");
        rules.include("definite or probable DM or PM (Bohan and Peter 1975)", flag("bohan-peter-definite-or-probable"));
        rules.include(
                "hydroxychloroquine failed for 3 months, or new or recurrent disease",
                any(flag("hydroxychloroquine-failed-3-months"), flag("new-onset-or-recurrent")),
                "joined by AND in the text, which contradicts itself; read as OR");
        rules.include("written consent", flag("consent"));
        rules.include(
                "active skin or muscle disease",
                any(atLeast("cdasi-activity", "5"), all(atMost("mmt8-150", "142"), new AtLeast(2, abnormalCoreSet()))),
                "CDASI read as activity; the two additional core set measures belong to the muscle limb");
        commonExclusions(
                rules,
                "glucocorticoid above 0.5 mg/kg/day within 1 month",
                above("gc-mg-kg-highest-of-1-month", "0.5"));
        return rules.list();
    }

    private static List<EligibilityRule> dermatomyositis() {
        Rules rules = new Rules();
        rules.include("18 to 75 years", all(atLeast("age", "18"), atMost("age", "75")));
        rules.include(
                "dermatomyositis (Bohan and Peter 1975, or EULAR/ACR 2017)",
                any(flag("bohan-peter-definite-or-probable"), flag("eular-acr-2017")));
        rules.include(
                "active muscle or skin disease",
                any(
                        all(atMost("mmt8-150", "125"), new AtLeast(2, abnormalCoreSet())),
                        all(atLeast("mdaat-cutaneous-cm", "3"), new AtLeast(3, abnormalCoreSet()))),
                "what counts as abnormal is not published; the limits of NCT04237987 are used");
        rules.include(
                "glucocorticoid below 0.5 mg/kg/day and unchanged within 4 weeks",
                all(below("gc-mg-kg", "0.5"), not(within("gc-dose-change", 4, WEEKS))));
        rules.include("no new immunosuppressant within 12 weeks", not(within("immunosuppressant-start", 12, WEEKS)));
        rules.include("immunosuppressants unchanged within 4 weeks", not(within("immunosuppressant-change", 4, WEEKS)));
        return rules.list();
    }

    private static List<EligibilityRule> polymyalgia() {
        Rules rules = new Rules();
        rules.include("at least 50 years", atLeast("age", "50"));
        rules.include(
                "polymyalgia rheumatica",
                flag("polymyalgia-criteria"),
                "the text names recommendations of Nancy 1986, which could not be identified; keep the set used");
        rules.include(
                "glucocorticoid up to 10 mg/day unchanged within 4 weeks, or stopped 2 weeks before",
                any(
                        all(atMost("gc-mg-day", "10"), not(within("gc-dose-change", 4, WEEKS))),
                        not(within("gc-intake", 2, WEEKS))));
        rules.include(
                "conventional drugs unchanged within 4 weeks, or stopped 4 weeks before",
                any(not(within("dmard-change", 4, WEEKS)), not(within("dmard-intake", 4, WEEKS))),
                "\"morphine, Ester\" is read as mycophenolate");
        rules.include("NSAID unchanged within 4 weeks", not(within("nsaid-change", 4, WEEKS)));
        rules.include("written consent", flag("consent"));
        rules.exclude(
                "giant cell arteritis", flag("giant-cell-arteritis"), "\"excluding Horton syndrome\" among inclusions");
        rules.exclude(
                "immunoglobulin or cyclophosphamide within 2 months",
                any(within("immunoglobulin", 2, MONTHS), within("cyclophosphamide", 2, MONTHS)));
        rules.exclude(
                "biologic other than an antibody within 12 weeks",
                within("other-biologic", 12, WEEKS),
                "two washouts for antibodies in the text; the longer one of 6 months is the rule below");
        commonExclusions(rules, "glucocorticoid above 10 mg/day", above("gc-mg-day", "10"));
        return rules.list();
    }

    private static List<EligibilityRule> myositisPilot() {
        Rules rules = new Rules();
        rules.include(
                "at least 18 years",
                atLeast("age", "18"),
                "the text says older than 18, the registry field 18 and older; the field is followed");
        rules.include("definite or probable DM or PM (Bohan and Peter 1975)", flag("bohan-peter-definite-or-probable"));
        rules.include(
                "glucocorticoid up to 0.5 mg/kg/day unchanged within 4 weeks",
                all(atMost("gc-mg-kg", "0.5"), not(within("gc-dose-change", 4, WEEKS))));
        return rules.list();
    }

    private static List<EligibilityRule> lupus() {
        Rules rules = new Rules();
        rules.include("18 to 65 years", all(atLeast("age", "18"), atMost("age", "65")), "from the registry");
        rules.include("SLE (ACR 1997)", flag("acr-1997"));
        rules.include("standard therapy for 2 months, failed or not to be tapered", flag("standard-therapy-failed"));
        rules.include(
                "at least one manifestation",
                any(
                        flag("thrombocytopenia"),
                        flag("rash"),
                        flag("mucosal-ulcers"),
                        flag("arthritis"),
                        flag("nephritis"),
                        flag("vasculitis"),
                        flag("fever")),
                "thrombocytopenia stands in both lists; \"at least one of\" each");
        rules.include(
                "at least one laboratory abnormality",
                any(
                        flag("ana-above-1-160"),
                        flag("anti-dsdna-positive"),
                        above("igg-g-l", "20"),
                        flag("low-complement"),
                        below("white-cells-10e9-l", "3"),
                        below("platelets-10e9-l", "100")),
                "the class of immunoglobulin is not given; read as IgG");
        rules.include("SLEDAI at least 8", atLeast("sledai", "8"), "version not given; SELENA as in the paper");
        rules.include(
                "no HIV, hepatitis B or C, not pregnant",
                not(any(flag("hiv"), flag("hepatitis-b"), flag("hepatitis-c"), flag("pregnant"))));
        rules.include("written consent", flag("consent"));
        rules.exclude("heart failure, NYHA III or worse", atLeast("nyha", "3"));
        rules.exclude(
                "transaminases above 3 times normal",
                any(foldAbove("alt", "3"), foldAbove("ast", "3")),
                "\"3N\" is read as 3 times the upper limit of normal");
        rules.exclude("serious kidney or lung disease", any(flag("kidney-disease"), flag("lung-disease")));
        rules.exclude("severe infection", flag("severe-infection"));
        rules.exclude("malignancy within 5 years", within("malignancy", 5, YEARS));
        rules.exclude(
                "glucocorticoid pulse above 1.5 mg/kg or intravenous bolus within 2 months",
                within("gc-pulse", 2, MONTHS),
                "read as mg/kg/day prednisone equivalent");
        rules.exclude("rituximab or another biologic, ever", flag("biologic-ever"));
        rules.exclude("tuberculin test above 10 mm", above("tuberculin-mm", "10"));
        rules.exclude("mental illness or drug abuse", flag("mental-illness-or-drug-abuse"));
        rules.exclude("cannot comply", flag("cannot-comply"));
        return rules.list();
    }

    /** The five core set measures other than muscle testing, each abnormal by the limits of NCT04237987. */
    private static List<Criterion> abnormalCoreSet() {
        return List.of(
                atLeast("patglob-cm", "2.0"),
                atLeast("phyglob-cm", "2.0"),
                atLeast("haq-di", "0.25"),
                any(
                        foldAtLeast("ck", "1.3"),
                        foldAtLeast("aldolase", "1.3"),
                        foldAtLeast("ldh", "1.3"),
                        foldAtLeast("ast", "1.3"),
                        foldAtLeast("alt", "1.3")),
                atLeast("emglob-cm", "1.0"));
    }

    /** The exclusions that NCT04237987 and NCT04062006 share; their limits for glucocorticoids differ. */
    private static void commonExclusions(Rules rules, String steroidText, Criterion steroid) {
        rules.exclude("monoclonal antibody within 6 months", within("monoclonal-antibody", 6, MONTHS));
        rules.exclude(steroidText, steroid);
        rules.exclude("heart failure, NYHA III or worse", atLeast("nyha", "3"));
        rules.exclude("creatinine clearance up to 30 mL/min", atMost("creatinine-clearance", "30"));
        rules.exclude(
                "ALT or AST above 3 times normal",
                any(foldAbove("alt", "3"), foldAbove("ast", "3")),
                "also raised by muscle disease: adjudicate liver against muscle and count the excluded");
        rules.exclude("bilirubin above normal", foldAbove("bilirubin", "1"), "any elevation, as written");
        rules.exclude("other serious organ disease", any(flag("serious-organ-disease"), flag("demyelinating-disease")));
        rules.exclude("allergy to interleukin-2", flag("interleukin-2-allergy"));
        rules.exclude(
                "infection with hospital stay or intravenous antibiotics within 2 months",
                within("serious-infection", 2, MONTHS));
        rules.exclude("chest imaging of 3 months with infection or tumour", flag("chest-imaging-abnormal-3-months"));
        rules.exclude(
                "HIV or hepatitis C",
                any(flag("hiv"), flag("hepatitis-c")),
                "\"recommended to consult\": read as excluded");
        rules.exclude(
                "malignancy within 5 years",
                within("malignancy-not-excepted", 5, YEARS),
                "the exceptions of the text are not events of this name");
        rules.exclude("mental illness or drug abuse within 3 years", within("mental-illness-or-drug-abuse", 3, YEARS));
        rules.exclude(
                "live vaccine within 3 months, or planned up to 4 months after",
                any(within("live-vaccine", 3, MONTHS), flag("live-vaccine-planned")));
        rules.exclude(
                "BCG vaccine within 12 months, or planned",
                any(within("bcg-vaccine", 12, MONTHS), flag("bcg-vaccine-planned")),
                "the text says within 12 months after screening");
        rules.exclude("pregnant or lactating", any(flag("pregnant"), flag("lactating")));
        rules.exclude("unwilling to use contraception for 12 months", flag("contraception-refused"));
        rules.exclude("juvenile onset or overlap", any(flag("juvenile-onset"), flag("overlap")));
    }

    private static Criterion foldAbove(String name, String multiple) {
        return new Multiple(name, Comparison.ABOVE, new BigDecimal(multiple), name + "-uln");
    }

    private static Criterion foldAtLeast(String name, String multiple) {
        return new Multiple(name, Comparison.AT_LEAST, new BigDecimal(multiple), name + "-uln");
    }

    /** Numbers the rules of one trial I01, I02, ... and E01, E02, ... in the order in which they are added. */
    private static final class Rules {
        private final List<EligibilityRule> rules = new ArrayList<>();
        private int inclusions;
        private int exclusions;

        void include(String text, Criterion criterion) {
            include(text, criterion, "");
        }

        void include(String text, Criterion criterion, String note) {
            inclusions++;
            rules.add(new EligibilityRule(id('I', inclusions), Kind.INCLUSION, text, criterion, note));
        }

        void exclude(String text, Criterion criterion) {
            exclude(text, criterion, "");
        }

        void exclude(String text, Criterion criterion, String note) {
            exclusions++;
            rules.add(new EligibilityRule(id('E', exclusions), Kind.EXCLUSION, text, criterion, note));
        }

        List<EligibilityRule> list() {
            return List.copyOf(rules);
        }

        private static String id(char kind, int number) {
            return kind + (number < 10 ? "0" : "") + number;
        }
    }
}
