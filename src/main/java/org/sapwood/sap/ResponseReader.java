package org.sapwood.sap;

import java.util.List;
import org.sapwood.yaml.YamlMapping;

/** Reads analyses of classes, of repeated yes or no, and of correlations. */
final class ResponseReader {
    private final Names names;

    ResponseReader(Names names) {
        this.names = names;
    }

    MethodSpec compareClasses(YamlMapping analysis) {
        AnalysisReader.only(analysis, "endpoint", "visit", "missing", "factors", "pairs");
        List<MethodSpec.Pair> pairs = ComparisonReader.pairs(analysis, names);
        if (pairs.isEmpty()) {
            analysis.complainAbout(
                    "pairs",
                    "nothing is compared",
                    "Add \"pairs: [{test: …, reference: …}]\"; for one arm, classes-by-visit.");
        }
        return new ResponseSpec.CompareClasses(
                names.use("endpoint", analysis, "endpoint"),
                names.use("visit", analysis, "visit"),
                analysis.choice("missing", ResponseSpec.MissingClass.LEFT_OUT),
                analysis.optionalTexts("factors"),
                pairs);
    }

    MethodSpec repeatedResponders(YamlMapping analysis) {
        AnalysisReader.only(analysis, "visits", "factors", "correlation");
        if (!analysis.has("estimand")) {
            analysis.complainAbout("estimand", "a responder analysis names its estimand", "Add \"estimand: …\".");
        }
        return new ResponseSpec.RepeatedResponders(
                names.useAll("visit", analysis, "visits"),
                analysis.optionalTexts("factors"),
                analysis.choice("correlation", ResponseSpec.WorkingCorrelation.EXCHANGEABLE));
    }

    MethodSpec correlations(YamlMapping analysis) {
        AnalysisReader.only(analysis, "endpoints", "with", "visit");
        return new ResponseSpec.Correlations(
                names.useAll("endpoint", analysis, "endpoints"),
                names.use("endpoint", analysis, "with"),
                names.use("visit", analysis, "visit"));
    }
}
