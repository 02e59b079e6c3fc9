package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.sap.MethodSpec.Imputation;
import org.sapwood.sap.MethodSpec.ImputationMethod;
import org.sapwood.sap.MethodSpec.ImputedModel;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlScalar;

/** Reads analyses of endpoints whose missing values are imputed. */
final class ImputationReader {
    /** The fields that describe what is imputed and analysed. */
    private static final List<String> MODEL = List.of("endpoint", "visits", "visit", "factors", "margins");

    private static final int DEFAULT_NUMBER = 50;
    private static final int DEFAULT_SWEEPS = 10;
    private static final int MOST_DELTAS = 200;

    private final Names names;
    private final Treatments treatments;
    private final @Nullable Long studySeed;

    /**
     * A reader.
     *
     * @param names the ids the plan declares
     * @param treatments the arms
     * @param studySeed the seed used where an analysis names none
     */
    ImputationReader(Names names, Treatments treatments, @Nullable Long studySeed) {
        this.names = names;
        this.treatments = treatments;
        this.studySeed = studySeed;
    }

    MethodSpec multipleImputation(YamlMapping analysis) {
        AnalysisReader.only(analysis, fields("imputation"));
        YamlMapping block = analysis.mapping("imputation");
        block.rejectUnknown("method", "draws", "number", "seed", "draws-of", "delta", "delta-arm");
        return new MethodSpec.MultipleImputation(model(analysis), drawn(block, delta(block), false));
    }

    MethodSpec tippingDelta(YamlMapping analysis) {
        AnalysisReader.only(analysis, fields("imputation", "deltas"));
        YamlMapping block = analysis.mapping("imputation");
        block.rejectUnknown("method", "draws", "number", "seed", "draws-of", "delta-arm");
        return new MethodSpec.TippingDelta(
                model(analysis), drawn(block, BigDecimal.ZERO, true), deltas(analysis.mapping("deltas")));
    }

    MethodSpec imputedResponders(YamlMapping analysis) {
        AnalysisReader.only(analysis, "components", "carried", "visits", "factors", "imputation");
        if (!analysis.has("estimand")) {
            analysis.complainAbout("estimand", "a responder analysis names its estimand", "Add \"estimand: …\".");
        }
        YamlMapping block = analysis.mapping("imputation");
        block.rejectUnknown("number", "sweeps", "seed");
        return new ResponseSpec.ImputedResponders(
                names.useAll("endpoint", analysis, "components"),
                analysis.has("carried") ? names.useAll("endpoint", analysis, "carried") : List.of(),
                names.useAll("visit", analysis, "visits"),
                analysis.optionalTexts("factors"),
                number(block),
                block.has("sweeps") ? (int) block.wholeNumber("sweeps", 1, 1_000) : DEFAULT_SWEEPS,
                seed(block));
    }

    MethodSpec conditionalMean(YamlMapping analysis) {
        AnalysisReader.only(analysis, fields("imputation"));
        YamlMapping block = analysis.mapping("imputation");
        block.rejectUnknown("method", "delta", "delta-arm");
        ImputationMethod method = block.choice("method", ImputationMethod.class);
        if (!method.isOfProfiles()) {
            block.complainAbout(
                    "method",
                    "\"" + YamlScalar.written(method) + "\" has no conditional means",
                    "Known: multivariate-normal, jump-to-reference, copy-reference, copy-increments, last-mean.");
        }
        BigDecimal delta = delta(block);
        return new MethodSpec.ConditionalMean(
                model(analysis), new Imputation(method, false, 0, 0, "", delta, deltaArm(block, delta.signum() != 0)));
    }

    private static String[] fields(String... more) {
        List<String> fields = new ArrayList<>(MODEL);
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private ImputedModel model(YamlMapping analysis) {
        List<String> visits = names.useAll("visit", analysis, "visits");
        String last = visits.isEmpty() ? "" : visits.get(visits.size() - 1);
        String visit = analysis.text("visit", last);
        if (!visits.isEmpty() && !visits.contains(visit)) {
            analysis.complainAbout(
                    "visit",
                    "\"" + visit + "\" is not among the visits imputed",
                    "Analyse one of " + String.join(", ", visits) + ", or add it to \"visits\".");
        }
        String margins = analysis.text("margins", "equal");
        if (!List.of("equal", "observed").contains(margins)) {
            analysis.complainAbout("margins", "expected equal or observed; found \"" + margins + "\"", "");
        }
        return new ImputedModel(
                names.use("endpoint", analysis, "endpoint"),
                visits,
                visit,
                analysis.optionalTexts("factors"),
                margins.equals("observed"));
    }

    private Imputation drawn(YamlMapping block, BigDecimal delta, boolean tipping) {
        ImputationMethod method = block.choice("method", ImputationMethod.class);
        String draws = block.text("draws", "regression");
        if (!List.of("regression", "predictive-mean-matching").contains(draws)) {
            block.complainAbout(
                    "draws", "expected regression or predictive-mean-matching; found \"" + draws + "\"", "");
        }
        boolean matching = draws.equals("predictive-mean-matching");
        if (matching && method.isOfProfiles()) {
            block.complainAbout(
                    "draws",
                    "predictive mean matching goes with monotone and fully-conditional, not with \""
                            + YamlScalar.written(method) + "\"",
                    "Leave \"draws\" out.");
        }
        return new Imputation(
                method,
                matching,
                number(block),
                seed(block),
                names.useOptional("analysis", block, "draws-of"),
                delta,
                deltaArm(block, tipping || delta.signum() != 0));
    }

    private static int number(YamlMapping block) {
        return block.has("number") ? (int) block.wholeNumber("number", 2, 10_000) : DEFAULT_NUMBER;
    }

    private long seed(YamlMapping block) {
        @Nullable
        Long seed = block.has("seed") ? Long.valueOf(block.wholeNumber("seed", 0, Long.MAX_VALUE)) : studySeed;
        if (seed == null) {
            block.complainAbout(
                    "seed",
                    "multiple imputation draws random numbers and the plan has no seed",
                    "Add \"seed: …\", a whole number fixed before unblinding.");
            return 0;
        }
        return seed;
    }

    private static BigDecimal delta(YamlMapping block) {
        return block.optionalDecimal("delta").orElse(BigDecimal.ZERO);
    }

    /** The arm that is shifted; where none is named, the only one compared with the reference. */
    private String deltaArm(YamlMapping block, boolean needed) {
        List<Treatments.Arm> compared = treatments.compared();
        String arm = names.useOptional("arm", block, "delta-arm");
        if (arm.isEmpty() && needed && compared.size() != 1) {
            block.complainAbout(
                    "delta-arm",
                    compared.size() + " arms are compared with the reference, and a delta is for one of them",
                    "Add \"delta-arm: …\".");
        }
        return !arm.isEmpty() || compared.isEmpty() ? arm : compared.get(0).id();
    }

    private static List<BigDecimal> deltas(YamlMapping block) {
        block.rejectUnknown("from", "to", "by");
        BigDecimal from = block.optionalDecimal("from").orElse(BigDecimal.ZERO);
        BigDecimal to = block.decimal("to");
        BigDecimal by = block.decimal("by");
        List<BigDecimal> deltas = new ArrayList<>();
        if (by.signum() == 0 || to.subtract(from).signum() * by.signum() < 0) {
            block.complainAbout("by", "\"by\" " + by + " does not lead from " + from + " to " + to, "");
            return deltas;
        }
        for (BigDecimal delta = from;
                delta.subtract(to).signum() * by.signum() <= 0 && deltas.size() <= MOST_DELTAS;
                delta = delta.add(by)) {
            deltas.add(delta);
        }
        if (deltas.size() > MOST_DELTAS) {
            block.complainAbout(
                    "by", "more than " + MOST_DELTAS + " deltas from " + from + " to " + to, "Take larger steps.");
        }
        return deltas;
    }
}
