package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.pipeline.CdiscPilotResults.ARMS;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FlowModel;
import org.sapwood.display.ListingModel;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.Value;

/**
 * The published Kaplan–Meier figure of the CDISC pilot study, also recomputed by an independent program, and the flow of
 * subjects and listing of adverse events.
 */
class CdiscPilotFiguresGoldenTest {
    private static CdiscPilotResults trial;

    @BeforeAll
    static void runThePlan() {
        trial = CdiscPilotResults.ofThePlan();
    }

    @Test
    void kaplanMeierFigureShowsThePublishedNumbersAtRisk() {
        FigureModel figure = trial.display("f-dermatologic", FigureModel.class);
        FigureModel.Steps steps = (FigureModel.Steps) figure.chart();
        Map<String, ?> atRisk =
                RealTrial.object(RealTrial.object(RealTrial.expected("fig_km_ttde"), "published"), "at_risk");
        List<List<?>> expected =
                List.of((List<?>) atRisk.get("Placebo"), (List<?>) atRisk.get("Low"), (List<?>) atRisk.get("High"));
        for (int arm = 0; arm < 3; arm++) {
            assertThat(steps.below().get(arm).values().stream()
                            .map(at -> Integer.parseInt(at.text()))
                            .toList())
                    .isEqualTo(expected.get(arm));
        }
    }

    @Test
    void kaplanMeierCurvesQuartilesAndTestsEqualTheIndependentProgram() {
        Map<String, ?> r = RealTrial.object(RealTrial.expected("fig_km_ttde"), "recomputed_R_survival");
        SoftAssertions softly = new SoftAssertions();
        Map<String, ?> curves = RealTrial.object(r, "curve");
        curves.forEach((name, steps) -> {
            Group group = new Group.Arm(ARMS.get(name.substring("A=".length())));
            int events = 0;
            for (Object item : (List<?>) steps) {
                Map<String, ?> step = RealTrial.asObject(item);
                if (((Number) step.get("n_event")).intValue() == 0) {
                    continue;
                }
                events++;
                ResultKey key = ResultKey.of("dermatologic-events", group)
                        .withParameter("curve")
                        .withLevel(step.get("time").toString());
                softly.assertThat(trial.number(key, "at_risk")).isEqualTo(((Number) step.get("n_risk")).doubleValue());
                softly.assertThat(trial.number(key, "events")).isEqualTo(((Number) step.get("n_event")).doubleValue());
                close(softly, trial.number(key, "survival"), step.get("surv"));
                close(softly, trial.number(key, "se"), step.get("se_greenwood"));
                close(softly, trial.number(key, "conf_low"), step.get("lower_loglog"));
                close(softly, trial.number(key, "conf_high"), step.get("upper_loglog"));
            }
            softly.assertThat(trial.number(
                            ResultKey.of("dermatologic-events", group)
                                    .withParameter("curve")
                                    .withLevel("0"),
                            "survival"))
                    .isEqualTo(1);
            softly.assertThat(trial.of("dermatologic-events").stream()
                            .filter(row -> row.key().group().equals(group)
                                    && row.key().parameter().equals("curve")
                                    && row.statistic().name().equals("survival"))
                            .count())
                    .as("a step for each time with an event, after the start")
                    .isEqualTo(1 + events);
        });
        for (Object item : (List<?>) r.get("quantiles_loglog_CI_SAS_default")) {
            Map<String, ?> quartiles = RealTrial.asObject(item);
            ResultKey key = ResultKey.of("dermatologic-events", new Group.Arm(ARMS.get((String) quartiles.get("arm"))))
                    .withParameter("quartile");
            quantile(softly, key.withLevel("25%"), "estimate", quartiles.get("q25"));
            quantile(softly, key.withLevel("25%"), "conf_low", quartiles.get("q25_lower"));
            quantile(softly, key.withLevel("25%"), "conf_high", quartiles.get("q25_upper"));
            quantile(softly, key.withLevel("Median"), "estimate", quartiles.get("median"));
            quantile(softly, key.withLevel("Median"), "conf_low", quartiles.get("median_lower"));
            quantile(softly, key.withLevel("Median"), "conf_high", quartiles.get("median_upper"));
            quantile(softly, key.withLevel("75%"), "estimate", quartiles.get("q75"));
        }
        ResultKey all = ResultKey.of("dermatologic-events", new Group.AllArms());
        close(
                softly,
                trial.number(all, "statistic"),
                RealTrial.object(r, "logrank_3arm").get("chisq"));
        close(
                softly,
                trial.number(all, "p_value"),
                RealTrial.object(r, "logrank_3arm").get("p"));
        List<?> cox = (List<?>) r.get("cox_efron");
        for (int arm = 0; arm < 2; arm++) {
            List<?> row = (List<?>) cox.get(arm);
            ResultKey key = all.withGroup(new Group.Comparison(arm == 0 ? "low" : "high", "placebo"));
            close(softly, trial.number(key, "log_hazard_ratio"), row.get(0));
            close(softly, trial.number(key, "hazard_ratio"), row.get(1));
            close(softly, trial.number(key, "se"), row.get(2));
            // A tail beyond z = 6 magnifies the relative difference of z by z squared.
            double z = ((Number) row.get(3)).doubleValue();
            double p = ((Number) row.get(4)).doubleValue();
            softly.assertThat(trial.number(key, "p_value")).isCloseTo(p, within(1e-9 * z * z * p));
        }
        softly.assertAll();
    }

    @Test
    void dispositionFlowAddsUp() {
        FlowModel flow = trial.display("f-disposition", FlowModel.class);
        assertThat(flow.lanes()).isEqualTo(3);
        double treated = 0;
        for (String arm : ARMS.values()) {
            ResultKey key = ResultKey.of("disposition", new Group.Arm(arm));
            double here = trial.number(key.withParameter("treated"), "n");
            double lost = trial.number(key.withParameter("treated").withStratum("lost"), "n");
            assertThat(here).isEqualTo(lost + trial.number(key.withParameter("completed"), "n"));
            double reasons = trial.of("disposition").stream()
                    .filter(row -> row.key().group().equals(key.group())
                            && row.key().stratum().equals("lost")
                            && !row.key().level().isEmpty())
                    .mapToDouble(row -> trial.number(row.key(), "n"))
                    .sum();
            assertThat(reasons).isEqualTo(lost);
            treated += here;
        }
        assertThat(treated).isEqualTo(254);
    }

    @Test
    void adverseEventListingHoldsEveryRecord() {
        ListingModel listing = trial.display("l-adverse-events", ListingModel.class);
        assertThat(listing.rows()).hasSize(1191);
    }

    private static void quantile(SoftAssertions softly, ResultKey key, String statistic, Object expected) {
        ResultRow row = trial.row(key, statistic);
        if (expected == null) {
            softly.assertThat(row.value()).as("%s", key).isInstanceOf(Value.NotEstimable.class);
        } else {
            softly.assertThat(trial.number(key, statistic)).as("%s", key).isEqualTo(((Number) expected).doubleValue());
        }
    }

    private static void close(SoftAssertions softly, double value, Object expected) {
        double e = ((Number) expected).doubleValue();
        softly.assertThat(value).isCloseTo(e, within(1e-9 * Math.abs(e)));
    }
}
