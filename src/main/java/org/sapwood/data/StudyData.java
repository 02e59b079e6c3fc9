package org.sapwood.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sapwood.sap.Condition;
import org.sapwood.sap.DataSpec;
import org.sapwood.yaml.Suggestion;

/**
 * The datasets of one plan, by the names the plan gives them, read and checked together: identifiers, keys, subjects and
 * legal ranges.
 */
public final class StudyData {

    private final Map<String, Dataset> datasets;
    private final String subjects;

    private StudyData(Map<String, Dataset> datasets, String subjects) {
        this.datasets = Collections.unmodifiableMap(new LinkedHashMap<>(datasets));
        this.subjects = subjects;
    }

    /**
     * Reads and checks all files of a plan.
     *
     * @param spec what the plan says of its data
     * @param folder where the files are
     * @return the datasets
     * @throws DataRejected with the complaints about all files
     */
    public static StudyData read(DataSpec spec, Path folder) {
        DataComplaints complaints = new DataComplaints();
        Map<String, Dataset> datasets = new LinkedHashMap<>();
        readFiles(spec, folder, complaints, datasets);
        StudyData data = new StudyData(datasets, spec.subjects());
        for (DataSpec.Binding binding : spec.datasets()) {
            data.dataset(binding.name()).ifPresent(dataset -> complaints.addAll(data.records(dataset, binding, spec)));
        }
        for (DataSpec.LegalRange range : spec.ranges()) {
            data.dataset(range.dataset()).ifPresent(dataset -> complaints.addAll(ofRange(dataset, range)));
        }
        complaints.throwIfAny();
        return data;
    }

    /** Files are read side by side; datasets and complaints keep the plan's order. */
    private static void readFiles(
            DataSpec spec, Path folder, DataComplaints complaints, Map<String, Dataset> datasets) {
        ExecutorService readers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Map<String, Future<Dataset>> pending = new LinkedHashMap<>();
            for (DataSpec.Binding binding : spec.datasets()) {
                ReadingRules rules = ReadingRules.DEFAULT.withText(new LinkedHashSet<>(binding.text()));
                pending.put(
                        binding.name(),
                        readers.submit(() -> DataFormats.read(folder.resolve(binding.file()), binding.file(), rules)));
            }
            for (Map.Entry<String, Future<Dataset>> entry : pending.entrySet()) {
                try {
                    datasets.put(entry.getKey(), entry.getValue().get());
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof DataRejected rejected) {
                        complaints.addAll(rejected.complaints());
                    } else if (e.getCause() instanceof RuntimeException defect) {
                        throw defect;
                    } else if (e.getCause() instanceof Error grave) {
                        throw grave; // out of memory must end the run as it would on one thread
                    } else {
                        throw new IllegalStateException(e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading datasets", e);
        } finally {
            readers.shutdownNow();
        }
    }

    private List<DataComplaint> records(Dataset dataset, DataSpec.Binding binding, DataSpec spec) {
        String id = spec.subject();
        DataComplaints complaints = new DataComplaints();
        complaints.addAll(DatasetChecks.present(dataset, List.of(id), "data binding " + binding.place()));
        complaints.addAll(DatasetChecks.cleanIdentifiers(dataset, id));
        complaints.addAll(DatasetChecks.present(dataset, binding.key(), "the key in " + binding.place()));
        complaints.addAll(DatasetChecks.present(
                dataset, List.copyOf(binding.labels().keySet()), "the labels in " + binding.place()));
        boolean ofSubjects = binding.name().equals(spec.subjects());
        List<String> key = binding.key().isEmpty() && ofSubjects ? List.of(id) : binding.key();
        if (!key.isEmpty()) {
            complaints.addAll(DatasetChecks.uniqueKeys(dataset, key));
        }
        if (!ofSubjects) {
            dataset(spec.subjects())
                    .ifPresent(known -> complaints.addAll(DatasetChecks.subjectsKnown(dataset, known, id)));
        }
        return complaints.all();
    }

    private static List<DataComplaint> ofRange(Dataset dataset, DataSpec.LegalRange range) {
        try {
            Condition where = range.where();
            return DatasetChecks.within(
                    dataset, where, range.variable(), range.instrument(), range.low(), range.high());
        } catch (DataRejected rejected) {
            return rejected.complaints(); // the condition of the range does not fit the dataset
        }
    }

    /** {@return the datasets by the plan's names, in the plan's order} */
    public Map<String, Dataset> datasets() {
        return datasets;
    }

    /** {@return a dataset, or empty when the plan names none like that or it could not be read}
     *
     * @param name the plan's name for it
     */
    public Optional<Dataset> dataset(String name) {
        return Optional.ofNullable(datasets.get(name));
    }

    /**
     * A dataset that must be there.
     *
     * @param name the plan's name for it
     * @return the dataset
     * @throws DataRejected when the plan binds no such dataset
     */
    public Dataset require(String name) {
        return dataset(name)
                .orElseThrow(() -> new DataRejected(DataComplaint.of(
                        "plan",
                        "no dataset is bound to the name \"" + name + "\"",
                        Suggestion.remedy(name, datasets.keySet()))));
    }

    /** {@return the dataset with one record per subject} */
    public Dataset subjects() {
        return require(subjects);
    }
}
