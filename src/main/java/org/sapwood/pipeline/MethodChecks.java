package org.sapwood.pipeline;

import java.util.List;
import java.util.Locale;
import org.sapwood.endpoint.Endpoints;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.ResponseSpec;
import org.sapwood.sap.Sap;
import org.sapwood.sap.SynthesisSpec;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.Place;

/** What the analyses of a plan can get wrong about their endpoints: a method for another kind of values. */
final class MethodChecks {
    private final Sap sap;
    private final Complaints complaints;

    private MethodChecks(Sap sap, Complaints complaints) {
        this.sap = sap;
        this.complaints = complaints;
    }

    /** The kinds of values methods ask for. */
    private enum Wanted {
        YES_OR_NO("a yes or no", "Add an endpoint with \"responder-on: %s\" and use that."),
        CLASSES("classes", "Add an endpoint with \"classes-of: %s\" and use that."),
        TIME("a time to an event", "Use an endpoint with \"first-time\", or a recorded time."),
        NUMBER("a number by visit", "Use the endpoint it is made from.");

        private final String words;
        private final String remedy;

        Wanted(String words, String remedy) {
            this.words = words;
            this.remedy = remedy;
        }

        boolean fits(EndpointSpec spec) {
            return switch (this) {
                // a recorded endpoint may hold 1 and 0 without saying so
                case YES_OR_NO -> Endpoints.isYesOrNo(spec) || spec instanceof EndpointSpec.Recorded;
                case CLASSES -> spec instanceof EndpointSpec.Classes;
                case TIME -> spec instanceof EndpointSpec.Time;
                case NUMBER -> !(spec instanceof EndpointSpec.Time || spec instanceof EndpointSpec.Classes);
            };
        }
    }

    /** Complains about everything that needs no data. */
    static void plan(Sap sap, Complaints complaints) {
        MethodChecks checks = new MethodChecks(sap, complaints);
        sap.analyses().forEach(checks::analysis);
    }

    private void analysis(AnalysisSpec analysis) {
        MethodSpec method = analysis.method();
        if (method instanceof MethodSpec.Responders
                || method instanceof MethodSpec.TippingPoint
                || method instanceof ResponseSpec.RepeatedResponders
                || method instanceof ResponseSpec.ImputedResponders) {
            ofEstimand(analysis);
            if (method instanceof ResponseSpec.ImputedResponders imputed) {
                each(analysis, Wanted.NUMBER, imputed.components());
                each(analysis, Wanted.NUMBER, imputed.carried());
            }
        } else if (method instanceof SynthesisSpec.Subgroups subgroups) {
            if (subgroups.isBinary()) {
                ofEstimand(analysis);
            } else {
                each(analysis, Wanted.NUMBER, List.of(subgroups.endpoint()));
            }
        } else if (method instanceof MethodSpec.PairedResponders paired) {
            each(analysis, Wanted.YES_OR_NO, List.of(paired.endpoint()));
        } else if (method instanceof ResponseSpec.ClassesByVisit classes) {
            each(analysis, Wanted.CLASSES, List.of(classes.endpoint()));
        } else if (method instanceof ResponseSpec.CompareClasses classes) {
            each(analysis, Wanted.CLASSES, List.of(classes.endpoint()));
        } else if (method instanceof ResponseSpec.Correlations correlations) {
            each(analysis, Wanted.NUMBER, correlations.endpoints());
            each(analysis, Wanted.NUMBER, List.of(correlations.with()));
        } else if (method instanceof MethodSpec.KaplanMeier curve) {
            each(analysis, Wanted.TIME, List.of(curve.endpoint()));
        } else {
            each(analysis, Wanted.NUMBER, numbers(method));
        }
    }

    private static List<String> numbers(MethodSpec method) {
        if (method instanceof MethodSpec.Describe describe) {
            return describe.endpoints();
        }
        if (method instanceof MethodSpec.Ancova ancova) {
            return ancova.endpoints();
        }
        if (method instanceof MethodSpec.Mmrm mmrm) {
            return List.of(mmrm.endpoint());
        }
        if (method instanceof MethodSpec.WithinArm within) {
            return List.of(within.endpoint());
        }
        if (method instanceof MethodSpec.CompareAtVisit compare) {
            return List.of(compare.endpoint());
        }
        if (method instanceof MethodSpec.MultipleImputation multiple) {
            return List.of(multiple.model().endpoint());
        }
        if (method instanceof MethodSpec.TippingDelta tipping) {
            return List.of(tipping.model().endpoint());
        }
        return method instanceof MethodSpec.ConditionalMean mean
                ? List.of(mean.model().endpoint())
                : List.of();
    }

    private void ofEstimand(AnalysisSpec analysis) {
        if (!analysis.estimand().isEmpty()) {
            each(
                    analysis,
                    Wanted.YES_OR_NO,
                    List.of(sap.estimand(analysis.estimand()).variable()));
        }
    }

    private void each(AnalysisSpec analysis, Wanted wanted, List<String> endpoints) {
        for (String endpoint : endpoints) {
            if (!wanted.fits(sap.endpoint(endpoint))) {
                complaints.add(
                        Place.of(analysis.place()),
                        "analysis \"" + analysis.id() + "\" needs " + wanted.words + "; endpoint \"" + endpoint
                                + "\" is none",
                        String.format(Locale.ROOT, wanted.remedy, endpoint));
            }
        }
    }
}
