package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.display.TableModel;
import org.sapwood.result.ResultFiles;
import org.sapwood.result.ResultRow;
import org.sapwood.result.Value;

/**
 * A trial of another disease is a plan and its data, and no line of the program: two arms of four people with asthma. The
 * expected numbers are computed by hand from the files beside the plan.
 */
class AnotherTrialTest {
    private static Pipeline.Assembled trial;

    @BeforeAll
    static void assemble() throws URISyntaxException {
        Path plan = Path.of(Objects.requireNonNull(AnotherTrialTest.class.getResource("asthma/plan.yaml"))
                .toURI());
        trial = Pipeline.assemble(new Pipeline.Request(plan, Optional.empty(), Optional.empty(), List.of()));
    }

    private static Value find(String address) {
        for (ResultRow row : trial.results().rows()) {
            if ((row.key() + "/" + row.statistic()).equals(address)) {
                return row.value();
            }
        }
        throw new AssertionError("no result " + address);
    }

    private static double number(String address) {
        return Double.parseDouble(ResultFiles.text(find(address)));
    }

    /**
     * Baselines are the same four numbers in both arms, so the adjusted difference is that of the means, 300 - 100. Within
     * arms Sxx = 400000, Sxy = 20000 and Syy = 40000; the residual sum of squares 40000 - 20000² / 400000 = 39000 has
     * 8 - 3 = 5 degrees of freedom; the standard error is √(39000 / 5 · (1/4 + 1/4)).
     */
    @Test
    void analysisOfCovariance() {
        String difference = "fev1-ancova/inhaler-vs-placebo/Change in FEV1 (mL)/Week 12/";
        assertThat(number(difference + "estimate")).isCloseTo(200, within(1e-9));
        assertThat(number(difference + "se")).isCloseTo(Math.sqrt(3900), within(1e-9));
    }

    /** 3 of 4 against 1 of 4: Fisher's p is (16 + 1 + 16 + 1) / 70. */
    @Test
    void responders() {
        assertThat(find("no-exacerbation-w12/inhaler/response/Responder/percent"))
                .isEqualTo(new Value.Ratio(3, 4));
        assertThat(number("no-exacerbation-w12/inhaler-vs-placebo/fisher/p_value"))
                .isCloseTo(34.0 / 70, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        // Four people for 84 days; the first events on days 10 and 43 end the time for incidence.
        "inhaler/Weeks 1 to 12/Any adverse event/n, 2",
        "inhaler/Weeks 1 to 12/Any adverse event/rate, 326.11607142857",
        "inhaler/Weeks 1 to 12/Any adverse event/incidence, 330.54298642534",
        // One left on day 42; his event on day 43 is not at risk. Three for 84 days and one for 42.
        "placebo/Weeks 1 to 12/Any adverse event/n, 1",
        "placebo/Weeks 1 to 12/Any adverse event/rate, 124.23469387755",
        // 3/336 over 1/294
        "inhaler-vs-placebo/Weeks 1 to 12/Any adverse event/ratio, 2.625"
    })
    void ratesOfAdverseEvents(String address, double expected) {
        assertThat(number("ae-rates/" + address)).isCloseTo(expected, within(1e-9));
    }

    /** Of a parameter whose high values are worse; a limit belongs to the normal range. */
    @ParameterizedTest
    @CsvSource({
        "inhaler/Eosinophils (cells/uL)/Within/Within/n, 2",
        "inhaler/Eosinophils (cells/uL)/Above/Within/n, 1",
        "inhaler/Eosinophils (cells/uL)/Above/Above/n, 1",
        "placebo/Eosinophils (cells/uL)/Within/Below/n, 1",
        "placebo/Eosinophils (cells/uL)/Within/Above/n, 1"
    })
    void shiftsOfALaboratoryValue(String address, long expected) {
        assertThat(find("eosinophils/" + address)).isEqualTo(new Value.Count(expected));
    }

    /** 29 days before is outside a window of 4 weeks and 28 days inside; 2800 of 3500 is not below 80 %. */
    @ParameterizedTest
    @CsvSource({
        "exclusion/E01 Exacerbation within 4 weeks/n, 2",
        "exclusion/E01 Exacerbation within 4 weeks/first, 1",
        "inclusion/I02 FEV1 below 80% of predicted/n, 2",
        "subjects/Entered although a criterion was not met/n, 1"
    })
    void eligibility(String address, long expected) {
        assertThat(find("screening/overall/" + address)).isEqualTo(new Value.Count(expected));
    }

    /** One of 16 doses of the inhaler was missed: by one person, who then had 3 of 4. */
    @Test
    void exposure() {
        assertThat(number("doses/inhaler/Weekly for 4 weeks/units/mean")).isEqualTo(750);
        assertThat(number("doses/inhaler/Weekly for 4 weeks/compliance/mean")).isEqualTo(93.75);
        assertThat(find("doses/inhaler/Weekly for 4 weeks/adherent/percent")).isEqualTo(new Value.Ratio(3, 4));
        assertThat(find("doses/placebo/Weekly for 4 weeks/adherent/percent")).isEqualTo(new Value.Ratio(4, 4));
    }

    @Test
    void publishedNumbersHaveTheirVerdicts() {
        TableModel table = (TableModel) trial.report().displays().stream()
                .filter(display -> display.id().equals("t-published"))
                .findFirst()
                .orElseThrow();
        assertThat(table.rows().stream()
                        .filter(row -> row.kind() == TableModel.Kind.BODY)
                        .map(row -> row.cells().get(2).text()))
                .containsExactly(
                        "Agrees to the printed digits", "Differs", "Cannot be reproduced: It was not recorded");
    }
}
