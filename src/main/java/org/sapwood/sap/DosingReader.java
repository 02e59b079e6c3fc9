package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlSequence;

/**
 * Reads dosing calendars: {@code {every: 2, from: 1, to: 84}}, {@code {listed: [1, 8]}}, {@code {cycles: 3, length: 28,
 * within: {…}}}, {@code {sequence: [{…}, {…}]}}.
 */
final class DosingReader {
    private static final Regimen STAND_IN = new Regimen.Listed(List.of(1));

    private final Names names;

    DosingReader(Names names) {
        this.names = names;
    }

    DosingSpec read(YamlMapping section) {
        section.rejectUnknown(
                "dataset", "where", "day", "dose", "unit", "tolerance", "until", "body-surface", "regimens");
        int tolerance = section.optionalInteger("tolerance").orElse(0);
        if (tolerance < 0) {
            section.complainAbout("tolerance", "expected at least 0 days; found " + tolerance, "");
        }
        List<DosingSpec.Planned> regimens = new ArrayList<>();
        YamlMapping list = section.mapping("regimens");
        names.declare("regimen", list);
        boolean[] perSurface = {false};
        list.fields()
                .forEach((id, node) -> node.asMapping().ifPresent(regimen -> {
                    DosingSpec.Planned planned = planned(id, regimen);
                    perSurface[0] |= planned.amount() instanceof DoseAmount.PerSquareMetre;
                    regimens.add(planned);
                }));
        if (perSurface[0] && !section.has("body-surface")) {
            section.complain(
                    "a dose per square metre needs the body surface",
                    "Add \"body-surface: {height: HEIGHTBL, weight: WEIGHTBL}\".");
        }
        return new DosingSpec(
                names.use("dataset", section, "dataset"),
                ConditionReader.optional(section, "where"),
                section.text("day"),
                section.text("dose"),
                section.text("unit"),
                tolerance,
                section.text("until", ""),
                section.optionalMapping("body-surface")
                        .map(DosingReader::surface)
                        .orElse(new DosingSpec.Surface(DosingSpec.Formula.MOSTELLER, "", "")),
                regimens,
                section.place().toString());
    }

    private static DosingSpec.Surface surface(YamlMapping surface) {
        surface.rejectUnknown("formula", "height", "weight");
        return new DosingSpec.Surface(
                surface.choice("formula", DosingSpec.Formula.MOSTELLER),
                surface.text("height"),
                surface.text("weight"));
    }

    private DosingSpec.Planned planned(String id, YamlMapping regimen) {
        regimen.rejectUnknown("label", "arm", "amount", "days", "where");
        return new DosingSpec.Planned(
                id,
                regimen.text("label", id),
                names.useAll("arm", regimen, "arm"),
                regimen.optionalMapping("amount").flatMap(DosingReader::amount).orElse(new DoseAmount.Counted()),
                days(regimen.mapping("days")),
                ConditionReader.optional(regimen, "where"),
                regimen.place().toString());
    }

    private static Optional<DoseAmount> amount(YamlMapping amount) {
        amount.rejectUnknown("flat", "per-square-metre");
        boolean flat = amount.has("flat");
        if (flat == amount.has("per-square-metre")) {
            amount.complain("expected either \"flat\" or \"per-square-metre\"", "");
            return Optional.empty();
        }
        String key = flat ? "flat" : "per-square-metre";
        BigDecimal units = amount.decimal(key);
        if (units.signum() <= 0) {
            amount.complainAbout(key, "a dose is above 0; found " + units, "");
            return Optional.empty();
        }
        return Optional.of(flat ? new DoseAmount.Flat(units) : new DoseAmount.PerSquareMetre(units));
    }

    private static Regimen days(YamlMapping days) {
        try {
            if (days.has("every")) {
                days.rejectUnknown("every", "from", "to");
                return new Regimen.EveryNthDay(
                        days.optionalInteger("from").orElse(1), days.integer("every"), days.integer("to"));
            }
            if (days.has("cycles")) {
                days.rejectUnknown("cycles", "length", "within");
                return new Regimen.Cycles(days.integer("cycles"), days.integer("length"), days(days.mapping("within")));
            }
            if (days.has("sequence")) {
                days.rejectUnknown("sequence");
                List<Regimen> parts = new ArrayList<>();
                days.mappings("sequence").forEach(part -> parts.add(days(part)));
                return new Regimen.Sequence(parts);
            }
            days.rejectUnknown("listed", "every", "cycles", "sequence");
            return new Regimen.Listed(listed(days));
        } catch (IllegalArgumentException e) {
            days.complain(String.valueOf(e.getMessage()), "");
            return STAND_IN;
        }
    }

    private static List<Integer> listed(YamlMapping days) {
        List<Integer> listed = new ArrayList<>();
        for (var item : days.node("listed")
                .flatMap(node -> node.asSequence())
                .map(YamlSequence::items)
                .orElse(List.of())) {
            item.asScalar()
                    .ifPresent(scalar -> scalar.integer().ifPresent(day -> {
                        if (!listed.isEmpty() && day <= listed.get(listed.size() - 1)) {
                            scalar.complain("days are listed ascending, each once; found " + scalar.description(), "");
                        }
                        listed.add(day);
                    }));
        }
        return listed;
    }
}
