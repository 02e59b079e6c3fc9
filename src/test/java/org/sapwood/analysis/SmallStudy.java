package org.sapwood.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.population.TrialData;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.Sap;
import org.sapwood.sap.SapReader;
import org.sapwood.yaml.Complaints;

/** A study small enough to be computed by hand: a plan's sections and its datasets, written down in a test. */
final class SmallStudy {
    private static final String HEAD = """
            study: {id: small, protocol: SMALL-1, title: A small study, cut-off: 2026-01-31}
            visits:
              variable: AVISIT
              schedule:
                BASELINE: {label: Baseline, week: 0, baseline: true}
                WEEK 4: {label: Week 4, week: 4}
                WEEK 8: {label: Week 8, week: 8}
                WEEK 12: {label: Week 12, week: 12}
            """;

    private final Path folder;
    private final Map<String, String> datasets = new LinkedHashMap<>();
    private String arms = "a: {label: A}";
    private String sections = "";

    SmallStudy(Path folder) {
        this.folder = folder;
    }

    /** Arms as in the plan, one per line. */
    SmallStudy arms(String... lines) {
        this.arms = String.join("\n    ", lines);
        return this;
    }

    SmallStudy dataset(String name, String csv) {
        datasets.put(name, csv);
        return this;
    }

    /** The sections after visits. */
    SmallStudy plan(String text) {
        this.sections = text;
        return this;
    }

    Sap sap(Complaints complaints) {
        StringBuilder plan = new StringBuilder(HEAD)
                .append("treatments:\n  planned: TRT01P\n  arms:\n    ")
                .append(arms)
                .append("\ndata:\n  folder: .\n  subjects: adsl\n  datasets:\n");
        datasets.forEach((name, csv) -> plan.append("    ")
                .append(name)
                .append(": {file: ")
                .append(name)
                .append(".csv}\n"));
        plan.append(sections);
        try {
            Path file = folder.resolve("plan.yaml");
            Files.writeString(file, plan);
            for (Map.Entry<String, String> dataset : datasets.entrySet()) {
                Files.writeString(folder.resolve(dataset.getKey() + ".csv"), dataset.getValue());
            }
            return SapReader.read(file, "plan.yaml", complaints)
                    .orElseThrow(() -> new AssertionError(String.join("\n", complaints.lines())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Study study() {
        Sap sap = sap(new Complaints());
        return new Study(
                sap,
                new TrialData(
                        sap, org.sapwood.data.StudyData.read(sap.data(), folder).datasets()));
    }

    /** The results of the analyses of the plan. */
    ResultSet results() {
        Study study = study();
        Map<String, String> slots = new LinkedHashMap<>();
        study.sap().analyses().forEach(analysis -> slots.put(analysis.id(), analysis.id()));
        DisplaySpec display = new DisplaySpec(
                "t",
                "Table 1",
                "T",
                study.sap().sets().get(0).id(),
                new DisplaySpec.FromResults("tables/none", slots, Map.of()),
                List.of(),
                "plan.yaml:1");
        return AnalysisMethods.run(study, List.of(display));
    }

    /** A number by the path of its key; fails when there is none. */
    static double number(ResultSet results, ResultKey key, String statistic) {
        Value value = value(results, key, statistic);
        if (value instanceof Value.Real real) {
            return real.x();
        }
        if (value instanceof Value.Count count) {
            return count.n();
        }
        if (value instanceof Value.Probability probability) {
            return probability.p();
        }
        if (value instanceof Value.Exact exact) {
            return exact.x().doubleValue();
        }
        throw new AssertionError(key + "/" + statistic + " is " + value);
    }

    static Value value(ResultSet results, ResultKey key, String statistic) {
        ResultRow row = results.find(key, new Statistic(statistic));
        if (row == null) {
            throw new AssertionError("no result " + key + "/" + statistic);
        }
        return row.value();
    }

    static ResultKey arm(String analysis, String arm) {
        return ResultKey.of(analysis, new Group.Arm(arm));
    }

    static ResultKey comparison(String analysis, String test, String reference) {
        return ResultKey.of(analysis, new Group.Comparison(test, reference));
    }
}
