package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;

/** The results and displays of the pilot study's plan, run once for all golden tests. */
final class CdiscPilotResults {
    static final Map<String, String> ARMS =
            Map.of("Placebo", "placebo", "Xanomeline Low Dose", "low", "Xanomeline High Dose", "high");

    private final Pipeline.Assembled trial;

    private CdiscPilotResults(Pipeline.Assembled trial) {
        this.trial = trial;
    }

    private static final class Once {
        static final CdiscPilotResults RUN = new CdiscPilotResults(RealTrial.assemble());
    }

    /** {@return the results; ends the test as skipped where the datasets are absent} */
    static CdiscPilotResults ofThePlan() {
        RealTrial.assumePresent();
        return Once.RUN;
    }

    List<ResultRow> of(String analysis) {
        return trial.results().of(analysis);
    }

    ResultRow row(ResultKey key, String statistic) {
        return trial.results().find(key, new Statistic(statistic));
    }

    <T> T display(String id, Class<T> kind) {
        return kind.cast(trial.report().displays().stream()
                .filter(display -> display.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    double number(ResultKey key, String statistic) {
        ResultRow row = row(key, statistic);
        assertThat(row).as("result %s/%s", key, statistic).isNotNull();
        Value value = row.value();
        if (value instanceof Value.Count count) {
            return count.n();
        }
        if (value instanceof Value.Exact exact) {
            return exact.x().doubleValue();
        }
        if (value instanceof Value.Probability p) {
            return p.p();
        }
        assertThat(value).as("result %s/%s", key, statistic).isInstanceOf(Value.Real.class);
        return ((Value.Real) value).x();
    }
}
