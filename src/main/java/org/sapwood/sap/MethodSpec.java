package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sapwood.yaml.YamlScalar;

/** A method with its options, one record per method of the catalogue; the names are those of the plan. */
public sealed interface MethodSpec
        permits MethodSpec.CountSubjects,
                MethodSpec.Characteristics,
                MethodSpec.Describe,
                MethodSpec.Ancova,
                MethodSpec.MultipleImputation,
                MethodSpec.TippingDelta,
                MethodSpec.ConditionalMean,
                MethodSpec.Mmrm,
                MethodSpec.Responders,
                MethodSpec.PairedResponders,
                MethodSpec.CompareAtVisit,
                MethodSpec.TippingPoint,
                MethodSpec.WithinArm,
                MethodSpec.AdverseEvents,
                MethodSpec.EventKinds,
                MethodSpec.KaplanMeier,
                MethodSpec.Flow,
                ResponseSpec,
                SafetySpec,
                SynthesisSpec {

    /** {@return a choice as plans write it, {@code FISHER_MID_P} as fisher-mid-p} */
    static String written(Enum<?> choice) {
        return YamlScalar.written(choice);
    }

    /** {@return the ids of the analyses whose results it uses; they stand above it in the plan} */
    default List<String> uses() {
        return List.of();
    }

    /**
     * Subjects in each of several conditions, per arm and overall.
     *
     * @param levels label to condition on the subject dataset, in order
     */
    record CountSubjects(Map<String, Condition> levels) implements MethodSpec {}

    /**
     * Baseline characteristics of the subject dataset.
     *
     * @param characteristics in order
     */
    record Characteristics(List<Characteristic> characteristics) implements MethodSpec {}

    /** A characteristic: a number summarised, categories counted, or both under one label. */
    record Characteristic(
            String label, String variable, Map<String, Condition> categories, CharacteristicTest test, String place) {}

    /** Which descriptive test compares all arms. */
    enum CharacteristicTest {
        NONE,
        /** One-way analysis of variance for the number, Pearson's chi-square for the categories. */
        ANOVA_AND_CHI_SQUARE
    }

    /**
     * Mean, SD, median, quartiles, minimum and maximum per arm and visit, with a t interval for the mean.
     *
     * @param endpoints the endpoints' ids, in order
     * @param visits the visits' ids, in order
     */
    record Describe(List<String> endpoints, List<String> visits) implements MethodSpec {}

    /**
     * Analysis of covariance of one or several changes at one visit, each by a model of its own.
     *
     * @param endpoints the endpoints' ids
     * @param visit the visit's id
     * @param factors further factors, variables of the endpoint's dataset or the subject dataset
     * @param baseline whether the endpoint's baseline is a covariate
     * @param observedMargins LS means with observed (SAS {@code om}) instead of equal margins
     * @param doseResponse whether a second model takes the planned dose as a number
     * @param imputation what stands for a missing value
     * @param pairs compared arms, test before reference
     */
    record Ancova(
            List<String> endpoints,
            String visit,
            List<String> factors,
            boolean baseline,
            boolean observedMargins,
            boolean doseResponse,
            SingleImputation imputation,
            List<Pair> pairs)
            implements MethodSpec {}

    /** A recorded value in place of a missing one. */
    enum SingleImputation {
        /** None: subjects without a value are left out. */
        NONE,
        /** The last value after baseline. */
        LOCF,
        /** The value at baseline; 0 for a change. */
        BOCF,
        /** The highest value after baseline. */
        WOCF_HIGHEST,
        /** The lowest value after baseline. */
        WOCF_LOWEST
    }

    /**
     * Analysis of covariance at one visit after multiple imputation, pooled by Rubin's rules.
     *
     * @param model what is imputed and analysed
     * @param imputation how
     */
    record MultipleImputation(ImputedModel model, Imputation imputation) implements MethodSpec {}

    /**
     * The tipping point of an analysis after multiple imputation: a constant added to the imputed values of one arm.
     *
     * @param model what is imputed and analysed
     * @param imputation how, its delta being 0 and its arm the one that is shifted
     * @param deltas in order; the first is where the search starts
     */
    record TippingDelta(ImputedModel model, Imputation imputation, List<BigDecimal> deltas) implements MethodSpec {}

    /**
     * Reference-based imputation by conditional means, an analysis of covariance at each visit, and the jackknife.
     *
     * @param model what is imputed and analysed
     * @param imputation its strategy and delta; nothing is drawn
     */
    record ConditionalMean(ImputedModel model, Imputation imputation) implements MethodSpec {}

    /**
     * An endpoint with missing values, and the analysis of covariance of its completed values with treatment, factors and
     * baseline.
     *
     * @param endpoint the endpoint's id
     * @param visits the visits imputed together, in order
     * @param visit the visit analysed, one of them
     * @param factors further factors of the subject dataset, in the imputation and in the analysis
     * @param observedMargins LS means with observed instead of equal margins
     */
    record ImputedModel(
            String endpoint, List<String> visits, String visit, List<String> factors, boolean observedMargins) {}

    /**
     * How missing values are imputed.
     *
     * @param method the model
     * @param matching predictive mean matching instead of normal errors
     * @param number of imputations
     * @param seed of the random numbers
     * @param drawsOf the analysis whose random numbers are used; empty for its own
     * @param delta added to values imputed after the last observed one
     * @param deltaArm in this arm
     */
    record Imputation(
            ImputationMethod method,
            boolean matching,
            int number,
            long seed,
            String drawsOf,
            BigDecimal delta,
            String deltaArm) {}

    /** Models of missing values. */
    enum ImputationMethod {
        /** Missing at random; each visit regressed on the earlier ones. */
        MONOTONE,
        /** Missing at random; each visit regressed on all others, in turn. */
        FULLY_CONDITIONAL,
        /** Missing at random; the joint model of all visits. */
        MULTIVARIATE_NORMAL,
        /** After the last value the mean of the reference arm. */
        JUMP_TO_REFERENCE,
        /** The mean of the reference arm throughout. */
        COPY_REFERENCE,
        /** After the last value the own mean plus the increments of the reference arm. */
        COPY_INCREMENTS,
        /** After the last value the own mean of that visit. */
        LAST_MEAN;

        /** {@return whether it is a model of mean profiles, for draws and for conditional means} */
        public boolean isOfProfiles() {
            return this != MONOTONE && this != FULLY_CONDITIONAL;
        }
    }

    /** Two arms, test minus reference. */
    record Pair(String test, String reference) {}

    /**
     * Mixed model for repeated measures on change from baseline.
     *
     * @param endpoint the endpoint whose change is modelled
     * @param visits the post-baseline visits, in order
     * @param factors further factors of the subject dataset
     * @param baseline whether baseline and baseline by visit are terms; not for scores of change, which have no baseline
     * @param covariances the structures tried, in order
     * @param degreesOfFreedom {@code kenward-roger} or {@code satterthwaite}
     */
    record Mmrm(
            String endpoint,
            List<String> visits,
            List<String> factors,
            boolean baseline,
            List<String> covariances,
            String degreesOfFreedom)
            implements MethodSpec {}

    /**
     * A binary endpoint at one visit: proportions per arm, and the arms compared where the estimand names two.
     *
     * @param strata stratification variables of the subject dataset
     * @param intervals the single-proportion intervals' names, at least one; the first stands beside the proportion
     * @param comparisons the comparisons made, in order; the first is the one the plan stands on
     * @param benchmark what each arm's proportion is tested against, or null
     */
    record Responders(
            List<String> strata,
            List<String> intervals,
            List<BinaryComparison> comparisons,
            @Nullable Benchmark benchmark)
            implements MethodSpec {

        /** {@return an interval's name as printed, {@code clopper-pearson} as Clopper-Pearson} */
        public static String printed(String interval) {
            StringBuilder text = new StringBuilder();
            for (String part : interval.split("-", -1)) {
                text.append(text.length() == 0 ? "" : "-")
                        .append(part.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(part.substring(1));
            }
            return text.toString();
        }
    }

    /**
     * A proportion fixed before the trial.
     *
     * @param proportion in (0, 1)
     * @param alternative which departure is looked for
     */
    record Benchmark(BigDecimal proportion, Direction alternative) {}

    /** Which departures from the null a test looks for. */
    enum Direction {
        TWO_SIDED,
        /** The arm of interest has the larger value. */
        GREATER,
        /** The arm of interest has the smaller value. */
        LESS
    }

    /**
     * A binary endpoint at two visits of the same subjects, compared within each arm.
     *
     * @param endpoint the binary endpoint's id
     * @param first the earlier visit's id
     * @param second the later visit's id; differences are second minus first
     * @param interval the interval of the difference: {@code tango}, {@code newcombe}, {@code agresti-min}, {@code wald}
     */
    record PairedResponders(String endpoint, String first, String second, String interval) implements MethodSpec {}

    /**
     * Two arms compared at one visit without a model.
     *
     * @param endpoint the endpoint's id
     * @param visit the visit's id
     * @param tests the tests made, in order; the first is the one the plan stands on
     * @param pairs compared arms, test before reference
     */
    record CompareAtVisit(String endpoint, String visit, List<LocationTest> tests, List<Pair> pairs)
            implements MethodSpec {}

    /** Ways to compare the location of two samples. */
    enum LocationTest {
        /** Exact rank sum test given the ties, with the Hodges–Lehmann shift. */
        MANN_WHITNEY,
        /** Difference of means, each sample with its own variance. */
        WELCH,
        /** Difference of means, one pooled variance. */
        STUDENT,
        /** Difference of means, every split of the values into two samples being equally likely. */
        PERMUTATION
    }

    /**
     * The tipping point of a binary endpoint: every number of responses among the subjects whose value is missing without an
     * intercurrent event, in both arms.
     *
     * @param test the comparison made for each allocation: {@code CHI_SQUARE} or {@code FISHER}
     */
    record TippingPoint(BinaryComparison test) implements MethodSpec {}

    /** Ways to compare two proportions. */
    enum BinaryComparison {
        CMH_MIETTINEN_NURMINEN,
        MIETTINEN_NURMINEN,
        NEWCOMBE,
        /** The interval of Chan and Zhang: two exact one-sided tests inverted. */
        EXACT_UNCONDITIONAL,
        CHI_SQUARE,
        /** Pearson's statistic times (N − 1)/N. */
        N_1_CHI_SQUARE,
        FISHER,
        FISHER_MID_P,
        BARNARD,
        BOSCHLOO,
        /** Every split of the outcomes into two arms being equally likely, by the distance of the proportions. */
        PERMUTATION,
        /** The same within each stratum, such as the blocks of the allocation list. */
        PERMUTATION_WITHIN_STRATA,
        /** Logistic model with the strata as factors: odds ratio, and the difference of standardised proportions. */
        LOGISTIC,
        /** The same odds ratio by Firth's penalised likelihood, which exists under separation. */
        FIRTH
    }

    /**
     * Change within each arm: paired Wilcoxon signed rank with the Hodges–Lehmann estimate, exact where feasible.
     *
     * @param endpoint the endpoint whose change is tested
     * @param visits the visits' ids
     */
    record WithinArm(String endpoint, List<String> visits) implements MethodSpec {}

    /**
     * Adverse events by two nested terms.
     *
     * @param dataset the event dataset
     * @param where which events count
     * @param outer the outer term's variable, usually the organ class
     * @param inner the inner term's variable, usually the preferred term
     * @param fisher whether each arm is compared with the reference by Fisher's exact test
     * @param sortBy the arm whose number of subjects sorts the inner terms, descending
     */
    record AdverseEvents(
            String dataset, Condition where, String outer, String inner, boolean fisher, String sortBy, String any)
            implements MethodSpec {}

    /**
     * Named kinds of adverse events.
     *
     * @param dataset the event dataset
     * @param kinds label to condition, in order
     */
    record EventKinds(String dataset, Map<String, Condition> kinds) implements MethodSpec {}

    /**
     * Kaplan–Meier curves with numbers at risk, quartiles, log-rank and Cox regression.
     *
     * @param endpoint a time-to-event endpoint's id
     * @param atRisk times of the table below the curves
     * @param interval {@code log-log}, {@code log} or {@code plain}
     * @param ties {@code efron} or {@code breslow}
     */
    record KaplanMeier(String endpoint, List<BigDecimal> atRisk, String interval, String ties) implements MethodSpec {}

    /**
     * A flow of subjects from screening to analysis; every box is a condition on the subject dataset.
     *
     * @param stages from top to bottom
     */
    record Flow(List<FlowStage> stages) implements MethodSpec {}

    /**
     * One stage of a flow.
     *
     * @param id used in result keys
     * @param stage the label in the margin
     * @param label the main line of its boxes
     * @param where who is in it
     * @param byArm whether it is split by arm
     * @param lost the label of the box of those who leave before the next stage; empty when there is none
     * @param reasons label to condition for those who leave, in order
     * @param remainder the label for leavers without a listed reason; empty when every leaver must have one
     * @param sets analysis sets listed within the box, label to condition; for the last stage
     */
    record FlowStage(
            String id,
            String stage,
            String label,
            Condition where,
            boolean byArm,
            String lost,
            Map<String, Condition> reasons,
            String remainder,
            Map<String, Condition> sets,
            String place) {}
}
