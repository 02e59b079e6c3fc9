package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Estimand;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.MethodSpec.BinaryComparison;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.contingency.CochranMantelHaenszel;
import org.sapwood.stats.contingency.ConditionalOddsRatio;
import org.sapwood.stats.contingency.ContinuityCorrection;
import org.sapwood.stats.contingency.MantelHaenszel;
import org.sapwood.stats.contingency.TwoByTwo;
import org.sapwood.stats.contingency.TwoSidedMethod;
import org.sapwood.stats.proportion.BinomialTest;
import org.sapwood.stats.proportion.Proportion;
import org.sapwood.stats.proportion.ProportionInterval;
import org.sapwood.stats.proportion.RatioEstimate;
import org.sapwood.stats.proportion.StratifiedRiskDifference;
import org.sapwood.stats.proportion.StratumWeights;
import org.sapwood.stats.proportion.TwoProportions;
import org.sapwood.stats.proportion.VarianceFactor;

/**
 * A binary endpoint at the visit of its estimand: responders and reasons for non-response per arm, and the arms compared.
 * Parameter {@code response} holds levels Responder and Non-responder, {@code non-response} the reasons; a comparison
 * stands under its own name as parameter.
 */
final class RespondersMethod implements AnalysisMethod<MethodSpec.Responders> {
    @Override
    public void run(AnalysisSpec spec, MethodSpec.Responders options, Study study, Rows rows) {
        new One(spec, options, study, rows).run();
    }

    private static final class One {
        private final AnalysisSpec spec;
        private final MethodSpec.Responders options;
        private final Study study;
        private final Rows rows;
        private final Estimand estimand;
        private final Cohort cohort;
        private final EndpointValues values;
        private final BinaryOutcome outcome;

        One(AnalysisSpec spec, MethodSpec.Responders options, Study study, Rows rows) {
            this.spec = spec;
            this.options = options;
            this.study = study;
            this.rows = rows;
            this.estimand = study.sap().estimand(spec.estimand());
            this.cohort = study.cohort(estimand.population());
            this.values = study.endpoints().of(estimand.variable());
            this.outcome = BinaryOutcome.of(estimand, study);
        }

        void run() {
            study.groups(cohort).forEach(this::group);
            if (estimand.isComparison()) {
                options.comparisons().forEach(this::compare);
            }
        }

        private void group(Group group, List<Subject> members) {
            List<Subject> counted = counted(members);
            List<Subject> responders = counted.stream()
                    .filter(subject -> outcome.of(subject).response())
                    .toList();
            String first = options.intervals().get(0);
            at(group, "response", "Responder", responders, values.method())
                    .count("n", responders.size())
                    .count("big_n", counted.size())
                    .ratio("percent", responders.size(), counted.size())
                    .by(first + " interval of a proportion")
                    .interval("conf", interval(first, responders.size(), counted.size()));
            for (String further :
                    options.intervals().subList(1, options.intervals().size())) {
                at(
                                group,
                                "interval",
                                MethodSpec.Responders.printed(further),
                                responders,
                                further + " interval of a proportion")
                        .interval("conf", interval(further, responders.size(), counted.size()));
            }
            benchmark(group, counted, responders.size());
            List<Subject> others = counted.stream()
                    .filter(subject -> !outcome.of(subject).response())
                    .toList();
            at(group, "response", "Non-responder", others, values.method())
                    .count("n", others.size())
                    .ratio("percent", others.size(), counted.size());
            for (String reason : outcome.reasons()) {
                List<Subject> some = others.stream()
                        .filter(subject -> outcome.of(subject).reason().equals(reason))
                        .toList();
                at(group, "non-response", reason, some, values.method())
                        .count("n", some.size())
                        .ratio("percent", some.size(), counted.size());
            }
            at(
                            group,
                            "left-out",
                            "",
                            members.stream()
                                    .filter(s -> !outcome.of(s).counted())
                                    .toList(),
                            values.method())
                    .count("n", members.size() - counted.size());
            for (String reason : outcome.reasonsLeftOut()) {
                List<Subject> some = members.stream()
                        .filter(subject -> !outcome.of(subject).counted()
                                && outcome.of(subject).reason().equals(reason))
                        .toList();
                at(group, "left-out", reason, some, values.method()).count("n", some.size());
            }
        }

        private Estimable<Interval> interval(String name, int responders, int counted) {
            ProportionInterval type =
                    ProportionInterval.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            return Proportion.interval(responders, counted, type, study.level());
        }

        private void benchmark(Group group, List<Subject> counted, int responders) {
            MethodSpec.@Nullable Benchmark benchmark = options.benchmark();
            if (benchmark == null) {
                return;
            }
            String null0 = benchmark.proportion().toPlainString();
            String direction = MethodSpec.written(benchmark.alternative());
            at(group, "benchmark", "", counted, "exact binomial test against " + null0 + ", " + direction)
                    .exact("benchmark", benchmark.proportion(), "")
                    .p(
                            "p_value",
                            counted.isEmpty()
                                    ? Estimable.not(Estimable.Reason.EMPTY_GROUP, "no subject in the arm")
                                    : Estimable.of(BinomialTest.exact(
                                            responders,
                                            counted.size(),
                                            benchmark.proportion().doubleValue(),
                                            Alternative.valueOf(
                                                    benchmark.alternative().name()))));
        }

        private List<Subject> counted(List<Subject> members) {
            return members.stream()
                    .filter(subject -> outcome.of(subject).counted())
                    .toList();
        }

        private void compare(BinaryComparison comparison) {
            TwoProportions all = pair(cohort.in(estimand.test()), cohort.in(estimand.reference()));
            Group.Comparison group = new Group.Comparison(estimand.test(), estimand.reference());
            List<Subject> subjects = new ArrayList<>(counted(cohort.in(estimand.test())));
            subjects.addAll(counted(cohort.in(estimand.reference())));
            if (comparison == BinaryComparison.CMH_MIETTINEN_NURMINEN) {
                stratified(group, subjects);
                return;
            }
            if (comparison == BinaryComparison.PERMUTATION_WITHIN_STRATA) {
                permuted(group, subjects);
                return;
            }
            if (comparison == BinaryComparison.LOGISTIC || comparison == BinaryComparison.FIRTH) {
                modelled(group, comparison, subjects);
                return;
            }
            TwoProportionsComparison.write(
                    at(group, MethodSpec.written(comparison), "", subjects, values.method()),
                    comparison,
                    all,
                    study.level());
        }

        private void modelled(Group group, BinaryComparison comparison, List<Subject> subjects) {
            ResponderModels models = new ResponderModels(
                    study,
                    cohort,
                    options.strata(),
                    new MethodSpec.Pair(estimand.test(), estimand.reference()),
                    subjects,
                    subject -> outcome.of(subject).response());
            String adjusted = options.strata().isEmpty() ? "" : ", adjusted for " + study.words(options.strata());
            String model = comparison == BinaryComparison.LOGISTIC
                    ? "Logistic model, proportions standardised over all subjects"
                    : "Firth's logistic model, profile interval";
            Rows.At at = at(group, MethodSpec.written(comparison), "", subjects, values.method())
                    .noting(List.of(model + adjusted + "."));
            if (comparison == BinaryComparison.LOGISTIC) {
                models.logistic(at, adjusted);
            } else {
                models.firth(at, adjusted);
            }
        }

        private void stratified(Group group, List<Subject> subjects) {
            Map<String, TwoProportions> strata = strata();
            List<TwoProportions> pairs = List.copyOf(strata.values());
            List<TwoByTwo> tables = pairs.stream().map(TwoByTwo::of).toList();
            String by = study.words(options.strata());
            Estimable<Double> difference = StratifiedRiskDifference.estimate(pairs);
            RatioEstimate odds = MantelHaenszel.oddsRatio(tables, study.level());
            Rows.At at = at(group, "cmh-miettinen-nurminen", "", subjects, "Mantel-Haenszel difference, strata " + by);
            at.real("estimate", difference)
                    .by("stratified Miettinen-Nurminen interval, strata " + by)
                    .interval(
                            "conf",
                            StratifiedRiskDifference.miettinenNurminen(
                                    pairs,
                                    StratumWeights.MANTEL_HAENSZEL,
                                    VarianceFactor.N_OVER_N_MINUS_1,
                                    study.level()))
                    .by("Cochran-Mantel-Haenszel test without continuity correction, strata " + by)
                    .p(
                            "p_value",
                            CochranMantelHaenszel.test(tables, ContinuityCorrection.NONE)
                                    .map(test -> test.pValue()))
                    .by("Mantel-Haenszel common odds ratio, strata " + by)
                    .real("odds_ratio", odds.estimate())
                    .interval("odds_ratio", odds.interval());
            numberNeededToTreat(at, difference);
            strata.forEach((stratum, pair) -> rows.at(
                            ResultKey.of(spec.id(), group)
                                    .withParameter("cmh-miettinen-nurminen")
                                    .withStratum(stratum),
                            origin(subjects, "counts by stratum"))
                    .count("x1", pair.x1())
                    .count("n1", pair.n1())
                    .count("x2", pair.x2())
                    .count("n2", pair.n2()));
        }

        /** Given the responders of each stratum, every way to give its places to the arms is equally likely. */
        private void permuted(Group.Comparison group, List<Subject> subjects) {
            List<TwoByTwo> tables = strata().values().stream().map(TwoByTwo::of).toList();
            at(
                            group,
                            "permutation-within-strata",
                            "",
                            subjects,
                            "exact permutation test within strata " + study.words(options.strata())
                                    + ", two-sided by probability")
                    .p(
                            "p_value",
                            subjects.isEmpty()
                                    ? Estimable.not(Estimable.Reason.EMPTY_GROUP, "no subject in the arms compared")
                                    : Estimable.of(ConditionalOddsRatio.ofStrata(tables)
                                            .pValue(Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD)));
        }

        private static void numberNeededToTreat(Rows.At at, Estimable<Double> difference) {
            Estimable<Double> number = difference instanceof Estimable.Of<Double> of && of.value() > 0
                    ? Estimable.of(Math.ceil(1 / of.value()))
                    : Estimable.not(
                            Estimable.Reason.OUTSIDE_DOMAIN, "no number needed to treat without a positive difference");
            at.by("reciprocal of the difference, rounded up").real("nnt", number);
        }

        private Map<String, TwoProportions> strata() {
            Map<String, List<List<Subject>>> byStratum = new TreeMap<>();
            for (int arm = 0; arm < 2; arm++) {
                for (Subject subject : counted(cohort.in(arm == 0 ? estimand.test() : estimand.reference()))) {
                    String stratum = options.strata().stream()
                            .map(variable ->
                                    study.subjectDataset().require(variable).text(subject.row()))
                            .collect(Collectors.joining(" / "));
                    byStratum
                            .computeIfAbsent(stratum, s -> List.of(new ArrayList<>(), new ArrayList<>()))
                            .get(arm)
                            .add(subject);
                }
            }
            Map<String, TwoProportions> strata = new LinkedHashMap<>();
            byStratum.forEach((stratum, arms) -> strata.put(stratum, pair(arms.get(0), arms.get(1))));
            return strata;
        }

        private TwoProportions pair(List<Subject> test, List<Subject> reference) {
            List<Subject> first = counted(test);
            List<Subject> second = counted(reference);
            return new TwoProportions(responders(first), first.size(), responders(second), second.size());
        }

        private int responders(List<Subject> subjects) {
            return (int) subjects.stream()
                    .filter(subject -> outcome.of(subject).response())
                    .count();
        }

        private Rows.At at(Group group, String parameter, String level, List<Subject> subjects, String method) {
            return rows.at(
                    ResultKey.of(spec.id(), group).withParameter(parameter).withLevel(level), origin(subjects, method));
        }

        private Provenance origin(List<Subject> subjects, String method) {
            List<String> ids = Cohort.ids(subjects);
            return new Provenance(
                    spec.place(),
                    values.dataset(),
                    cohort.set().where() + "; " + values.selection() + " at " + estimand.visit(),
                    ids,
                    values.records(ids, estimand.visit()),
                    method);
        }
    }
}
