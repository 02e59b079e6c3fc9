package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.endpoint.EndpointTimes;
import org.sapwood.population.Cohort;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.Treatments;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.inference.ChiSquareTest;
import org.sapwood.stats.survival.CoxData;
import org.sapwood.stats.survival.CoxModel;
import org.sapwood.stats.survival.KaplanMeier;
import org.sapwood.stats.survival.LogRankTest;
import org.sapwood.stats.survival.LogRankWeight;
import org.sapwood.stats.survival.SurvivalSample;
import org.sapwood.stats.survival.SurvivalScale;
import org.sapwood.stats.survival.TieHandling;

/**
 * Time to an event: parameter {@code curve} holds the steps (level = time), {@code censored} the censoring times, {@code
 * at-risk} the table below the curves, {@code quartile} the quartiles; the log-rank test compares all arms, Cox regression
 * each arm with the reference.
 */
final class KaplanMeierMethod implements AnalysisMethod<MethodSpec.KaplanMeier> {
    @Override
    public void run(AnalysisSpec spec, MethodSpec.KaplanMeier options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        TimeToEventData data = new TimeToEventData(study.endpoints().timesOf(options.endpoint()), cohort);
        new One(spec, options, study, rows, cohort, data).run();
    }

    private record One(
            AnalysisSpec spec,
            MethodSpec.KaplanMeier options,
            Study study,
            Rows rows,
            Cohort cohort,
            TimeToEventData data) {

        void run() {
            for (Treatments.Arm arm : study.arms()) {
                arm(arm);
            }
            if (study.arms().size() > 1) {
                logRank();
                cox();
            }
        }

        private SurvivalScale scale() {
            return switch (options.interval()) {
                case "log" -> SurvivalScale.LOG;
                case "plain" -> SurvivalScale.IDENTITY;
                default -> SurvivalScale.LOG_LOG;
            };
        }

        private void arm(Treatments.Arm arm) {
            List<String> subjects = data.subjects(cohort.in(arm.id()));
            KaplanMeier curve = KaplanMeier.of(SurvivalSample.of(data.times(subjects), data.events(subjects)));
            Group group = new Group.Arm(arm.id());
            String method = "Kaplan-Meier, " + options.interval() + " interval";
            Provenance origin = origin(subjects, method);
            rows.at(ResultKey.of(spec.id(), group), origin)
                    .count("n", subjects.size())
                    .count("events", curve.sample().events())
                    .count("censored", subjects.size() - (long) curve.sample().events())
                    .ratio("percent", curve.sample().events(), subjects.size());
            if (!subjects.isEmpty() && curve.steps().stream().noneMatch(step -> step.time() == 0)) {
                rows.at(key(group, "curve", "0"), origin).real("survival", 1.0);
            }
            for (KaplanMeier.Step step : curve.steps()) {
                rows.at(key(group, "curve", plain(step.time())), origin)
                        .count("at_risk", step.atRisk())
                        .count("events", step.events())
                        .real("survival", step.survival())
                        .real("se", step.standardError())
                        .interval("conf", step.interval(scale(), study.level()));
            }
            for (double time : distinct(curve.sample().censoredTimes())) {
                rows.at(key(group, "censored", plain(time)), origin).real("survival", survivalAt(curve, time));
            }
            for (BigDecimal time : options.atRisk()) {
                rows.at(key(group, "at-risk", time.toPlainString()), origin)
                        .count("n", curve.sample().atRisk(time.doubleValue()));
            }
            Map<String, Double> quartiles = new LinkedHashMap<>();
            quartiles.put("25%", 0.25);
            quartiles.put("Median", 0.5);
            quartiles.put("75%", 0.75);
            quartiles.forEach((label, p) -> {
                KaplanMeier.Quantile quantile = curve.quantile(p, scale(), study.level());
                rows.at(key(group, "quartile", label), origin)
                        .real("estimate", quantile.estimate())
                        .real("conf_low", quantile.lower())
                        .real("conf_high", quantile.upper());
            });
        }

        private static double[] distinct(double[] times) {
            return java.util.Arrays.stream(times).sorted().distinct().toArray();
        }

        private static double survivalAt(KaplanMeier curve, double time) {
            double survival = 1;
            for (KaplanMeier.Step step : curve.steps()) {
                if (step.time() <= time) {
                    survival = step.survival();
                }
            }
            return survival;
        }

        private static String plain(double time) {
            return BigDecimal.valueOf(time).stripTrailingZeros().toPlainString();
        }

        private void logRank() {
            All all = all();
            LogRankTest test = LogRankTest.of(
                    all.times(), all.events(), all.group(), study.arms().size(), new LogRankWeight.LogRank());
            Estimable<ChiSquareTest> chiSquare = test.chiSquare();
            rows.at(ResultKey.of(spec.id(), new Group.AllArms()), origin(all.subjects(), "log-rank test"))
                    .real("statistic", chiSquare.map(ChiSquareTest::statistic))
                    .real("df", chiSquare.map(c -> Double.valueOf(c.degreesOfFreedom())))
                    .p("p_value", chiSquare.map(ChiSquareTest::pValue));
        }

        private void cox() {
            All all = all();
            List<Treatments.Arm> compared = study.sap().treatments().compared();
            int[] group = all.group();
            double[][] x = new double[group.length][compared.size()];
            for (int i = 0; i < x.length; i++) {
                int arm = compared.indexOf(study.arms().get(group[i]));
                if (arm >= 0) {
                    x[i][arm] = 1;
                }
            }
            TieHandling ties = options.ties().equals("breslow") ? TieHandling.BRESLOW : TieHandling.EFRON;
            Estimable<CoxModel> model = CoxModel.fit(CoxData.of(all.times(), all.events(), x), ties);
            for (int j = 0; j < compared.size(); j++) {
                int column = j;
                Group pair = new Group.Comparison(
                        compared.get(j).id(),
                        study.sap().treatments().reference().id());
                Rows.At at = rows.at(
                        ResultKey.of(spec.id(), pair),
                        origin(all.subjects(), "Cox regression, " + options.ties() + " ties"));
                Estimable<CoxModel.Coefficient> coefficient =
                        model instanceof Estimable.Of<CoxModel> of ? of.value().coefficient(column) : none(model);
                at.real("log_hazard_ratio", coefficient.map(CoxModel.Coefficient::estimate))
                        .real("se", coefficient.map(CoxModel.Coefficient::standardError))
                        .real("hazard_ratio", coefficient.map(CoxModel.Coefficient::hazardRatio))
                        .interval("conf", coefficient.map(c -> c.hazardRatioInterval(study.level())))
                        .p("p_value", coefficient.map(CoxModel.Coefficient::pValue));
            }
        }

        /** Everybody's times, arm by arm. */
        private static final class All {
            private final List<String> subjects = new ArrayList<>();
            private final List<Integer> groups = new ArrayList<>();
            private final TimeToEventData data;

            All(TimeToEventData data) {
                this.data = data;
            }

            List<String> subjects() {
                return subjects;
            }

            double[] times() {
                return data.times(subjects);
            }

            boolean[] events() {
                return data.events(subjects);
            }

            int[] group() {
                return groups.stream().mapToInt(Integer::intValue).toArray();
            }
        }

        private All all() {
            All all = new All(data);
            for (int i = 0; i < study.arms().size(); i++) {
                for (String id : data.subjects(cohort.in(study.arms().get(i).id()))) {
                    all.subjects.add(id);
                    all.groups.add(i);
                }
            }
            return all;
        }

        private static <T> Estimable<T> none(Estimable<?> model) {
            Estimable.NotEstimable<?> none = (Estimable.NotEstimable<?>) model;
            return Estimable.not(none.reason(), none.detail());
        }

        private ResultKey key(Group group, String parameter, String level) {
            return ResultKey.of(spec.id(), group).withParameter(parameter).withLevel(level);
        }

        private Provenance origin(List<String> subjects, String method) {
            EndpointTimes endpoint = data.endpoint();
            return new Provenance(
                    spec.place(),
                    endpoint.dataset(),
                    cohort.set().where() + "; " + endpoint.selection(),
                    subjects,
                    data.records(subjects),
                    method);
        }
    }
}
