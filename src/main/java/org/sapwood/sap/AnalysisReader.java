package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sapwood.sap.MethodSpec.BinaryComparison;
import org.sapwood.yaml.Suggestion;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlScalar;

/** Reads one analysis: who, by what method, with that method's options. */
final class AnalysisReader {

    @FunctionalInterface
    private interface MethodReader {
        MethodSpec read(YamlMapping analysis);
    }

    private final Names names;
    private final Map<String, MethodReader> methods = new LinkedHashMap<>();
    private final Set<String> above = new HashSet<>();

    AnalysisReader(Names names, ImputationReader imputation) {
        this.names = names;
        ComparisonReader comparisons = new ComparisonReader(names);
        SynthesisReader synthesis = new SynthesisReader(names, above);
        methods.put("count-subjects", this::countSubjects);
        methods.put("characteristics", this::characteristics);
        methods.put("describe", this::describe);
        methods.put("responders", comparisons::responders);
        methods.put("paired-responders", comparisons::pairedResponders);
        methods.put("compare-at-visit", comparisons::compareAtVisit);
        methods.put("intercurrent-events", synthesis::intercurrentEvents);
        methods.put("estimates", synthesis::estimates);
        methods.put("subgroups", synthesis::subgroups);
        methods.put("multiplicity", synthesis::multiplicity);
        methods.put("tipping-point", this::tippingPoint);
        methods.put("ancova", this::ancova);
        methods.put("mmrm", this::mmrm);
        methods.put("multiple-imputation", imputation::multipleImputation);
        methods.put("tipping-delta", imputation::tippingDelta);
        methods.put("conditional-mean", imputation::conditionalMean);
        methods.put("within-arm", this::withinArm);
        methods.put("classes-by-visit", this::classesByVisit);
        methods.put("adverse-events", this::adverseEvents);
        methods.put("event-kinds", this::eventKinds);
        ResponseReader responses = new ResponseReader(names);
        methods.put("compare-classes", responses::compareClasses);
        methods.put("imputed-responders", imputation::imputedResponders);
        methods.put("repeated-responders", responses::repeatedResponders);
        methods.put("correlations", responses::correlations);
        SafetyReader safety = new SafetyReader(names);
        methods.put("event-rates", safety::eventRates);
        methods.put("shift", safety::shift);
        methods.put("eligibility", this::eligibility);
        methods.put("exposure", this::exposure);
        methods.put("kaplan-meier", this::kaplanMeier);
        methods.put("flow", this::flow);
    }

    AnalysisSpec read(String id, YamlMapping analysis) {
        String method = analysis.text("method");
        MethodReader reader = methods.get(method);
        String estimand = names.useOptional("estimand", analysis, "estimand");
        MethodSpec spec;
        if (reader == null) {
            if (!method.isEmpty()) {
                analysis.complainAbout(
                        "method", "no method named \"" + method + "\"", Suggestion.remedy(method, methods.keySet()));
            }
            spec = new MethodSpec.CountSubjects(Map.of());
        } else {
            spec = reader.read(analysis);
        }
        above.add(id);
        String set = analysis.has("set") || estimand.isEmpty() ? names.use("analysis set", analysis, "set") : "";
        return new AnalysisSpec(
                id,
                analysis.text("label", id),
                set,
                estimand,
                spec,
                analysis.place().toString());
    }

    /** Refuses fields that neither every analysis nor this one has. */
    static void only(YamlMapping analysis, String... options) {
        List<String> known = new ArrayList<>(List.of("label", "set", "estimand", "method"));
        known.addAll(List.of(options));
        analysis.rejectUnknown(known.toArray(String[]::new));
    }

    private MethodSpec countSubjects(YamlMapping analysis) {
        only(analysis, "levels");
        return new MethodSpec.CountSubjects(ConditionReader.labelled(analysis, "levels"));
    }

    private MethodSpec characteristics(YamlMapping analysis) {
        only(analysis, "characteristics", "compare");
        MethodSpec.CharacteristicTest test = analysis.choice("compare", MethodSpec.CharacteristicTest.NONE);
        List<MethodSpec.Characteristic> characteristics = new ArrayList<>();
        analysis.mapping("characteristics")
                .fields()
                .forEach((label, node) -> node.asMapping().ifPresent(item -> {
                    item.rejectUnknown("summarise", "categories");
                    String variable = item.text("summarise", "");
                    Map<String, Condition> categories = ConditionReader.labelled(item, "categories");
                    if (variable.isEmpty() && categories.isEmpty()) {
                        item.complaints().add(item.place(), "expected \"summarise\", \"categories\" or both", "");
                    }
                    characteristics.add(new MethodSpec.Characteristic(
                            label, variable, categories, test, item.place().toString()));
                }));
        return new MethodSpec.Characteristics(characteristics);
    }

    private MethodSpec describe(YamlMapping analysis) {
        only(analysis, "endpoints", "visits");
        return new MethodSpec.Describe(
                names.useAll("endpoint", analysis, "endpoints"), names.useAll("visit", analysis, "visits"));
    }

    private MethodSpec tippingPoint(YamlMapping analysis) {
        only(analysis, "test");
        if (!analysis.has("estimand")) {
            analysis.complainAbout("estimand", "a tipping point names its estimand", "Add \"estimand: …\".");
        }
        BinaryComparison test = analysis.choice("test", BinaryComparison.FISHER);
        if (test != BinaryComparison.FISHER && test != BinaryComparison.CHI_SQUARE) {
            analysis.complainAbout(
                    "test", "expected fisher or chi-square; found \"" + YamlScalar.written(test) + "\"", "");
        }
        return new MethodSpec.TippingPoint(test);
    }

    private MethodSpec ancova(YamlMapping analysis) {
        only(
                analysis,
                "endpoint",
                "endpoints",
                "visit",
                "factors",
                "baseline",
                "margins",
                "dose-response",
                "single-imputation",
                "pairs");
        String margins = analysis.text("margins", "equal");
        if (!List.of("equal", "observed").contains(margins)) {
            analysis.complainAbout("margins", "expected equal or observed; found \"" + margins + "\"", "");
        }
        return new MethodSpec.Ancova(
                analysis.has("endpoints")
                        ? names.useAll("endpoint", analysis, "endpoints")
                        : List.of(names.use("endpoint", analysis, "endpoint")),
                names.use("visit", analysis, "visit"),
                analysis.optionalTexts("factors"),
                analysis.optionalTruth("baseline").orElse(true),
                margins.equals("observed"),
                analysis.optionalTruth("dose-response").orElse(false),
                analysis.choice("single-imputation", MethodSpec.SingleImputation.NONE),
                ComparisonReader.pairs(analysis, names));
    }

    private MethodSpec mmrm(YamlMapping analysis) {
        only(analysis, "endpoint", "visits", "factors", "baseline", "covariance", "degrees-of-freedom");
        List<String> known = List.of(
                "unstructured",
                "heterogeneous-toeplitz",
                "toeplitz",
                "heterogeneous-ar1",
                "ar1",
                "heterogeneous-compound-symmetry",
                "compound-symmetry");
        List<String> covariances = analysis.optionalTexts("covariance");
        for (String covariance : covariances) {
            if (!known.contains(covariance)) {
                analysis.complainAbout(
                        "covariance",
                        "no covariance named \"" + covariance + "\"",
                        Suggestion.remedy(covariance, known));
            }
        }
        String df = analysis.text("degrees-of-freedom", "kenward-roger");
        List<String> dfs = List.of("kenward-roger", "satterthwaite");
        if (!dfs.contains(df)) {
            analysis.complainAbout(
                    "degrees-of-freedom", "no degrees of freedom named \"" + df + "\"", Suggestion.remedy(df, dfs));
        }
        return new MethodSpec.Mmrm(
                names.use("endpoint", analysis, "endpoint"),
                names.useAll("visit", analysis, "visits"),
                analysis.optionalTexts("factors"),
                analysis.optionalTruth("baseline").orElse(true),
                covariances.isEmpty() ? List.of("unstructured") : covariances,
                df);
    }

    private MethodSpec withinArm(YamlMapping analysis) {
        only(analysis, "endpoint", "visits");
        return new MethodSpec.WithinArm(
                names.use("endpoint", analysis, "endpoint"), names.useAll("visit", analysis, "visits"));
    }

    private MethodSpec classesByVisit(YamlMapping analysis) {
        only(analysis, "endpoint", "visits");
        return new ResponseSpec.ClassesByVisit(
                names.use("endpoint", analysis, "endpoint"), names.useAll("visit", analysis, "visits"));
    }

    private MethodSpec adverseEvents(YamlMapping analysis) {
        only(analysis, "dataset", "where", "outer", "inner", "fisher", "sort-by", "any");
        return new MethodSpec.AdverseEvents(
                names.use("dataset", analysis, "dataset"),
                ConditionReader.optional(analysis, "where"),
                analysis.text("outer"),
                analysis.text("inner"),
                analysis.optionalTruth("fisher").orElse(false),
                names.use("arm", analysis, "sort-by"),
                analysis.text("any", "Any adverse event"));
    }

    private MethodSpec eventKinds(YamlMapping analysis) {
        only(analysis, "dataset", "kinds");
        return new MethodSpec.EventKinds(
                names.use("dataset", analysis, "dataset"), ConditionReader.labelled(analysis, "kinds"));
    }

    private MethodSpec eligibility(YamlMapping analysis) {
        only(analysis, "entered");
        if (!names.declares("criterion")) {
            analysis.complain("the plan states no criteria", "Add the section \"eligibility\".");
        }
        return new SafetySpec.Eligibility(ConditionReader.read(analysis.mapping("entered")));
    }

    private MethodSpec exposure(YamlMapping analysis) {
        only(analysis, "regimens", "adherent-from");
        if (!names.declares("regimen")) {
            analysis.complain("the plan states no doses", "Add the section \"dosing\".");
        }
        return new SafetySpec.Exposure(
                analysis.has("regimens") ? names.useAll("regimen", analysis, "regimens") : names.declared("regimen"),
                analysis.optionalDecimal("adherent-from").orElse(BigDecimal.valueOf(80)));
    }

    private MethodSpec kaplanMeier(YamlMapping analysis) {
        only(analysis, "endpoint", "at-risk", "interval", "ties");
        List<BigDecimal> times = new ArrayList<>();
        for (String time : analysis.texts("at-risk")) {
            try {
                times.add(new BigDecimal(time));
            } catch (NumberFormatException e) {
                analysis.complainAbout("at-risk", "expected times; found \"" + time + "\"", "");
            }
        }
        String interval = analysis.text("interval", "log-log");
        if (!List.of("log-log", "log", "plain").contains(interval)) {
            analysis.complainAbout("interval", "expected log-log, log or plain; found \"" + interval + "\"", "");
        }
        String ties = analysis.text("ties", "efron");
        if (!List.of("efron", "breslow").contains(ties)) {
            analysis.complainAbout("ties", "expected efron or breslow; found \"" + ties + "\"", "");
        }
        return new MethodSpec.KaplanMeier(names.use("endpoint", analysis, "endpoint"), times, interval, ties);
    }

    private MethodSpec flow(YamlMapping analysis) {
        only(analysis, "stages");
        List<MethodSpec.FlowStage> stages = new ArrayList<>();
        analysis.mapping("stages")
                .fields()
                .forEach((id, node) -> node.asMapping().ifPresent(stage -> {
                    stage.rejectUnknown("stage", "label", "where", "by-arm", "lost", "reasons", "other", "sets");
                    stages.add(new MethodSpec.FlowStage(
                            id,
                            stage.text("stage", ""),
                            stage.text("label"),
                            ConditionReader.optional(stage, "where"),
                            stage.optionalTruth("by-arm").orElse(true),
                            stage.text("lost", ""),
                            ConditionReader.labelled(stage, "reasons"),
                            stage.text("other", ""),
                            ConditionReader.labelled(stage, "sets"),
                            stage.place().toString()));
                }));
        return new MethodSpec.Flow(stages);
    }
}
