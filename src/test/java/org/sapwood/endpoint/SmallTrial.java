package org.sapwood.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sapwood.data.DataFormats;
import org.sapwood.data.Dataset;
import org.sapwood.data.ReadingRules;
import org.sapwood.population.TrialData;
import org.sapwood.sap.Sap;
import org.sapwood.sap.SapReader;
import org.sapwood.yaml.Complaints;

/** A trial of a few subjects: endpoints as a plan writes them, and datasets as files hold them. */
public final class SmallTrial {
    private static final String PLAN = """
        study: {id: small, protocol: SMALL, title: A small trial, cut-off: 2026-01-31}
        treatments:
          planned: TRT01P
          arms:
            treated: {label: Treated}
        data:
          folder: .
          subjects: adsl
          datasets:
            adsl: {file: adsl.csv, key: [USUBJID]}
        %s
        visits:
          variable: AVISIT
        %s  schedule:
            BASELINE: {week: 0, baseline: true}
            WEEK 4: {week: 4}
            WEEK 8: {week: 8}
            WEEK 12: {week: 12}
        endpoints:
        %s
        """;

    private final Map<String, String> files = new LinkedHashMap<>();
    private String day = "";

    /**
     * Adds a dataset.
     *
     * @param name its name in the plan
     * @param csv header and records
     * @return this trial
     */
    public SmallTrial with(String name, String csv) {
        files.put(name, csv);
        return this;
    }

    /**
     * Says where the days of visits are recorded.
     *
     * @param dataset its name in the plan
     * @return this trial
     */
    public SmallTrial daysIn(String dataset) {
        day = "  day: {dataset: " + dataset + ", variable: ADY}\n";
        return this;
    }

    /**
     * The same trial with the records of every dataset in another order.
     *
     * @param seed of the order
     * @return a changed copy
     */
    public SmallTrial shuffled(long seed) {
        SmallTrial other = new SmallTrial();
        other.day = day;
        files.forEach((name, csv) -> {
            List<String> lines = new ArrayList<>(csv.strip().lines().toList());
            String header = lines.remove(0);
            Collections.shuffle(lines, new Random(seed));
            other.files.put(name, header + "\n" + String.join("\n", lines) + "\n");
        });
        return other;
    }

    /**
     * Writes the plan.
     *
     * @param endpoints the fields of the section
     * @return the text
     */
    public String plan(String endpoints) {
        StringBuilder bindings = new StringBuilder();
        files.keySet()
                .forEach(name -> bindings.append("    ")
                        .append(name)
                        .append(": {file: ")
                        .append(name)
                        .append(".csv}\n"));
        return PLAN.formatted(bindings.toString().stripTrailing(), day, endpoints.indent(2));
    }

    /**
     * Reads the plan and the datasets.
     *
     * @param endpoints the fields of the section
     * @return the endpoints, ready to be evaluated
     */
    public Endpoints endpoints(String endpoints) {
        try {
            Path folder = Files.createTempDirectory("small-trial");
            try {
                return read(folder, plan(endpoints));
            } finally {
                try (var all = Files.walk(folder)) {
                    all.sorted(Collections.reverseOrder())
                            .forEach(path -> path.toFile().delete());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Endpoints read(Path folder, String plan) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), plan);
        Complaints complaints = new Complaints();
        Sap sap = SapReader.read(file, "plan.yaml", complaints)
                .orElseThrow(() -> new AssertionError(String.join("\n", complaints.lines()) + "\n" + plan));
        Map<String, Dataset> datasets = new LinkedHashMap<>();
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put("adsl", "USUBJID,TRT01P\n" + String.join("\n", subjects()) + "\n");
        for (Map.Entry<String, String> each : all.entrySet()) {
            Path csv = Files.writeString(folder.resolve(each.getKey() + ".csv"), each.getValue());
            datasets.put(each.getKey(), DataFormats.read(csv, each.getKey() + ".csv", ReadingRules.DEFAULT));
        }
        return new Endpoints(sap, new TrialData(sap, datasets));
    }

    private List<String> subjects() {
        return files.values().stream()
                .flatMap(csv -> csv.strip().lines().skip(1))
                .map(line -> line.split(",", -1)[0])
                .distinct()
                .sorted()
                .map(id -> id + ",Treated")
                .toList();
    }

    /**
     * All values of an endpoint as text.
     *
     * @param endpoints evaluated
     * @param id the endpoint
     * @return by subject and visit, for example {@code "01 WEEK 4=1"}; a gap shows {@code "01 WEEK 4=? reason"}
     */
    public static List<String> values(Endpoints endpoints, String id) {
        EndpointValues values = endpoints.of(id);
        List<String> lines = new ArrayList<>();
        for (String subject : values.subjectsSeen()) {
            for (String visit : List.of("BASELINE", "WEEK 4", "WEEK 8", "WEEK 12")) {
                EndpointValues.Entry entry = values.at(subject, visit);
                if (entry != null) {
                    lines.add(subject + " " + visit + "="
                            + entry.value().stripTrailingZeros().toPlainString());
                } else if (!values.reasonFor(subject, visit).isEmpty()) {
                    lines.add(subject + " " + visit + "=? " + values.reasonFor(subject, visit));
                }
            }
        }
        return lines;
    }

    /**
     * All times of an endpoint as text.
     *
     * @param endpoints evaluated
     * @param id the endpoint
     * @return by subject, for example {@code "01 57 event"}
     */
    public static List<String> times(Endpoints endpoints, String id) {
        EndpointTimes times = endpoints.timesOf(id);
        List<String> lines = new ArrayList<>();
        for (String subject : times.subjects()) {
            EndpointTimes.Entry entry = java.util.Objects.requireNonNull(times.of(subject));
            lines.add(subject + " " + entry.time().toPlainString() + (entry.isEvent() ? " event" : " censored"));
        }
        return lines;
    }
}
