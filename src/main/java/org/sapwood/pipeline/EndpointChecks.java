package org.sapwood.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.DatasetChecks;
import org.sapwood.data.Variable;
import org.sapwood.endpoint.DirectionOfBenefit;
import org.sapwood.endpoint.EndpointRule;
import org.sapwood.endpoint.EndpointRules;
import org.sapwood.endpoint.Endpoints;
import org.sapwood.endpoint.Instrument;
import org.sapwood.endpoint.Instruments;
import org.sapwood.endpoint.Settings;
import org.sapwood.endpoint.biomarker.Measured;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.Sap;
import org.sapwood.sap.Scale;
import org.sapwood.sap.Threshold;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.Place;
import org.sapwood.yaml.Suggestion;

/** What the endpoints of a plan can get wrong: rules, instruments, and endpoints composed of what cannot be composed. */
final class EndpointChecks {
    private final Sap sap;
    private final Complaints complaints;

    private EndpointChecks(Sap sap, Complaints complaints) {
        this.sap = sap;
        this.complaints = complaints;
    }

    /** Complains about everything that needs no data. */
    static void plan(Sap sap, Complaints complaints) {
        EndpointChecks checks = new EndpointChecks(sap, complaints);
        sap.endpoints().forEach(checks::endpoint);
    }

    private void endpoint(EndpointSpec spec) {
        spec.uses().forEach(used -> valuesByVisit(spec, used));
        if (spec instanceof EndpointSpec.Recorded recorded) {
            scale(spec, recorded.scale());
        } else if (spec instanceof EndpointSpec.Derived derived) {
            rule(derived);
            scale(spec, derived.scale());
        } else if (spec instanceof EndpointSpec.Composite
                || spec instanceof EndpointSpec.OverVisits
                || spec instanceof EndpointSpec.FirstTime) {
            spec.uses().forEach(used -> yesOrNo(spec, used));
        } else if (spec instanceof EndpointSpec.Chosen chosen && chosen.choice() != EndpointSpec.Choice.LAST) {
            direction(spec, chosen.of(), chosen.better());
        } else if (spec instanceof EndpointSpec.Responder responder
                && responder.threshold() instanceof Threshold.Moved moved) {
            direction(spec, responder.of(), moved.better());
        } else if (spec instanceof EndpointSpec.Logarithm logarithm) {
            limit(logarithm);
        }
    }

    private void complain(EndpointSpec spec, String problem, String remedy) {
        complaints.add(Place.of(spec.place()), problem, remedy);
    }

    private void valuesByVisit(EndpointSpec spec, String used) {
        if (sap.endpoint(used) instanceof EndpointSpec.Time) {
            complain(
                    spec,
                    "endpoint \"" + spec.id() + "\" needs values by visit; \"" + used + "\" is a time to an event",
                    "");
        }
    }

    private void yesOrNo(EndpointSpec spec, String used) {
        EndpointSpec part = sap.endpoint(used);
        if (!Endpoints.isYesOrNo(part) && !(part instanceof EndpointSpec.Recorded)) {
            complain(
                    spec,
                    "endpoint \"" + spec.id() + "\" needs a yes or no; \"" + used + "\" is none",
                    "Add an endpoint with \"responder-on: " + used + "\" and use that.");
        }
    }

    private void direction(EndpointSpec spec, String of, Scale.@Nullable Better better) {
        if (better == null && Endpoints.direction(sap.endpoint(of)).isEmpty()) {
            complain(
                    spec,
                    "nothing says which way \"" + of + "\" is better",
                    "Add \"better: higher\" or \"better: lower\", or an instrument to \"" + of + "\".");
        }
    }

    private void limit(EndpointSpec.Logarithm spec) {
        if (spec.belowLimit() != null && !(sap.endpoint(spec.of()) instanceof EndpointSpec.Recorded)) {
            complain(
                    spec,
                    "\"below-limit\" needs a recorded endpoint; \"" + spec.of() + "\" is derived",
                    "Write \"below-limit\" at the endpoint that is recorded.");
        }
    }

    private void scale(EndpointSpec spec, Scale scale) {
        if (scale.instrument().isEmpty()) {
            return;
        }
        if (Instruments.find(scale.instrument()).isEmpty()) {
            List<String> known = Instruments.ALL.stream().map(Instrument::id).toList();
            complain(
                    spec,
                    "no instrument named \"" + scale.instrument() + "\"",
                    Suggestion.remedy(scale.instrument(), known));
            return;
        }
        Scale.Better better = scale.better();
        DirectionOfBenefit direction = better == null
                ? null
                : better == Scale.Better.HIGHER
                        ? DirectionOfBenefit.HIGHER_IS_BETTER
                        : DirectionOfBenefit.LOWER_IS_BETTER;
        Instruments.checkDeclaration(scale.instrument(), scale.low(), scale.high(), direction)
                .forEach(problem -> complain(spec, problem, "Write the instrument as it is, or leave it out."));
    }

    private void rule(EndpointSpec.Derived spec) {
        EndpointRule rule = EndpointRules.named(spec.rule()).orElse(null);
        if (rule == null) {
            complain(
                    spec,
                    "no endpoint rule named \"" + spec.rule() + "\"",
                    Suggestion.remedy(spec.rule(), EndpointRules.names()));
            return;
        }
        List<String> inputs =
                rule.inputs().stream().map(EndpointRule.Input::name).toList();
        List<String> given = new ArrayList<>(spec.inputs().keySet());
        EndpointSpec.Items items = spec.items();
        if (items != null) {
            given.addAll(items.names().values());
        }
        for (String input : given) {
            if (!inputs.contains(input)) {
                complain(
                        spec,
                        "rule \"" + rule.name() + "\" has no input \"" + input + "\"",
                        Suggestion.remedy(input, inputs));
            }
        }
        for (EndpointRule.Input input : rule.inputs()) {
            if (items == null && input.required() && !given.contains(input.name())) {
                complain(spec, "rule \"" + rule.name() + "\" needs the input \"" + input.name() + "\"", "");
            }
        }
        List<String> settings =
                rule.settings().stream().map(EndpointRule.Setting::name).toList();
        for (String setting : spec.settings().keySet()) {
            if (!settings.contains(setting)) {
                complain(
                        spec,
                        "rule \"" + rule.name() + "\" has no setting \"" + setting + "\"",
                        Suggestion.remedy(setting, settings));
            }
        }
        try {
            rule.with(spec.settings());
            scales(spec, new Settings(rule.settings(), spec.settings()), settings);
        } catch (IllegalArgumentException e) {
            complain(spec, String.valueOf(e.getMessage()), "");
        }
    }

    /** One trial has one unit of visual analogue scales and one range of muscle testing: rule and instruments agree. */
    private void scales(EndpointSpec.Derived spec, Settings settings, List<String> known) {
        spec.inputs()
                .forEach((input, endpoint) -> instrument(endpoint).ifPresent(instrument -> {
                    if (known.contains("analogue-scale")
                            && List.of("cm", "mm").contains(instrument.unit())
                            && !instrument.unit().equals(settings.text("analogue-scale"))) {
                        complain(
                                spec,
                                "\"" + endpoint + "\" is recorded in " + instrument.unit() + "; rule \"" + spec.rule()
                                        + "\" has analogue-scale " + settings.text("analogue-scale"),
                                "Record every visual analogue scale in one unit.");
                    }
                    BigDecimal maximum = instrument.maximum();
                    if (known.contains("mmt-maximum")
                            && input.equals("mmt")
                            && maximum != null
                            && maximum.compareTo(settings.decimal("mmt-maximum")) != 0) {
                        complain(
                                spec,
                                "\"" + endpoint + "\" is " + instrument.label() + ", " + instrument.range()
                                        + "; rule \"" + spec.rule() + "\" has mmt-maximum "
                                        + settings.text("mmt-maximum"),
                                "A trial has one range of manual muscle testing; it is never rescaled.");
                    }
                }));
    }

    /** The instrument an endpoint declares, or its rule names. */
    private Optional<Instrument> instrument(String endpoint) {
        EndpointSpec spec = sap.endpoint(endpoint);
        if (spec instanceof EndpointSpec.Recorded recorded) {
            return Instruments.find(recorded.scale().instrument());
        }
        return spec instanceof EndpointSpec.Derived derived ? Instruments.find(derived.rule()) : Optional.empty();
    }

    /** {@return what is wrong with the recorded values of an endpoint: their kind, and their instrument's legal values} */
    static List<DataComplaint> values(Dataset dataset, EndpointSpec.Recorded spec, String by) {
        try {
            return valuesSelected(dataset, spec, by);
        } catch (DataRejected conditionAlreadyComplainedAbout) {
            return List.of();
        }
    }

    private static List<DataComplaint> valuesSelected(Dataset dataset, EndpointSpec.Recorded spec, String by) {
        List<DataComplaint> complaints = new ArrayList<>();
        Optional<Variable> variable = dataset.variable(spec.value());
        if (variable.isEmpty()) {
            return complaints;
        }
        boolean laboratoryText =
                variable.get().kind() == Variable.Kind.TEXT && looksMeasured(dataset, variable.get(), spec);
        if (spec.codes().isEmpty() && !laboratoryText) {
            complaints.addAll(DatasetChecks.kind(dataset, spec.value(), Variable.Kind.NUMBER, by));
        }
        Instruments.find(spec.scale().instrument()).ifPresent(instrument -> {
            BigDecimal low = instrument.minimum();
            if (low != null) {
                complaints.addAll(DatasetChecks.within(
                        dataset, spec.where(), spec.value(), instrument.label(), low, instrument.maximum()));
            }
            BigDecimal step = instrument.step();
            if (step != null) {
                complaints.addAll(DatasetChecks.onGrid(dataset, spec.where(), spec.value(), instrument.label(), step));
            }
        });
        return complaints;
    }

    /** Whether the endpoint's texts are laboratory texts; should only some be, the reader complains about the others. */
    private static boolean looksMeasured(Dataset dataset, Variable variable, EndpointSpec.Recorded spec) {
        List<String> texts = dataset.select(spec.where())
                .rows()
                .filter(row -> !variable.isMissing(row))
                .mapToObj(variable::text)
                .toList();
        return texts.stream().anyMatch(text -> text.startsWith("<") || text.startsWith(">"))
                || texts.stream().allMatch(text -> Measured.parse(text).isKnown());
    }
}
