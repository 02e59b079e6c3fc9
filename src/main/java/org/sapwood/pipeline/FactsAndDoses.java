package org.sapwood.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.Dataset;
import org.sapwood.data.DatasetChecks;
import org.sapwood.data.Variable;
import org.sapwood.endpoint.eligibility.FactRecords;
import org.sapwood.sap.DosingSpec;
import org.sapwood.sap.EligibilitySpec;
import org.sapwood.sap.Sap;
import org.sapwood.yaml.Suggestion;

/** What the sections on eligibility and dosing need of the data. */
final class FactsAndDoses {
    private final Sap sap;
    private final Binding binding;

    FactsAndDoses(Sap sap, Binding binding) {
        this.sap = sap;
        this.binding = binding;
    }

    void check() {
        if (sap.eligibility().isStated()) {
            facts(sap.eligibility().facts());
        }
        if (sap.dosing().isStated()) {
            doses(sap.dosing());
        }
    }

    private void facts(EligibilitySpec.Facts facts) {
        String by = "eligibility";
        Dataset dataset = binding.dataset(facts.dataset());
        binding.where(dataset, facts.where(), by);
        binding.need(dataset, named(facts.name(), facts.number(), facts.flag(), facts.day()), by);
        kind(dataset, facts.number(), Variable.Kind.NUMBER, by);
        kind(dataset, facts.day(), Variable.Kind.NUMBER, by);
        Dataset subjects = binding.subjectDataset();
        binding.need(subjects, List.of(facts.reference()), by);
        kind(subjects, facts.reference(), Variable.Kind.DATE, by);
        for (EligibilitySpec.Rule rule : sap.eligibility().rules()) {
            if (rule.reason() != null) {
                binding.where(subjects, rule.reason(), "criterion \"" + rule.id() + "\"");
            }
        }
        if (dataset.variable(facts.name()).isPresent()) {
            known(facts, dataset);
        }
    }

    /** A fact of which nobody has a record is a misspelling far more often than a question nobody was asked. */
    private void known(EligibilitySpec.Facts facts, Dataset dataset) {
        Set<String> known = new TreeSet<>(FactRecords.names(facts, dataset));
        Set<String> complained = new TreeSet<>(facts.unrecorded());
        for (EligibilitySpec.Rule rule : sap.eligibility().rules()) {
            for (String fact : rule.when().facts()) {
                if (!known.contains(fact) && complained.add(fact)) {
                    binding.complain(DataComplaint.at(
                            dataset.file(),
                            "",
                            facts.name(),
                            "no record of the fact \"" + fact + "\"; needed by criterion \"" + rule.id() + "\"",
                            Suggestion.nearest(fact, known)
                                    .map(near -> "Did you mean \"" + near + "\"?")
                                    .orElse("List it under \"unrecorded\" when nobody was asked.")));
                }
            }
        }
    }

    private void doses(DosingSpec dosing) {
        String by = "dosing";
        Dataset dataset = binding.dataset(dosing.dataset());
        binding.where(dataset, dosing.where(), by);
        binding.need(dataset, named(dosing.day(), dosing.dose()), by);
        kind(dataset, dosing.day(), Variable.Kind.NUMBER, by);
        kind(dataset, dosing.dose(), Variable.Kind.NUMBER, by);
        Dataset subjects = binding.subjectDataset();
        DosingSpec.Surface surface = dosing.surface();
        List<String> variables = named(dosing.until(), surface.height(), surface.weight());
        binding.need(subjects, variables, by);
        variables.forEach(variable -> kind(subjects, variable, Variable.Kind.NUMBER, by));
        dosing.regimens()
                .forEach(regimen -> binding.where(dataset, regimen.where(), "regimen \"" + regimen.id() + "\""));
    }

    private void kind(Dataset dataset, String variable, Variable.Kind kind, String by) {
        if (!variable.isEmpty() && dataset.variable(variable).isPresent()) {
            DatasetChecks.kind(dataset, variable, kind, by).forEach(binding::complain);
        }
    }

    private static List<String> named(String... variables) {
        List<String> named = new ArrayList<>();
        for (String variable : variables) {
            if (!variable.isEmpty()) {
                named.add(variable);
            }
        }
        return named;
    }
}
