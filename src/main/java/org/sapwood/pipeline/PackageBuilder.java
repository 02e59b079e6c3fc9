package org.sapwood.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.analysis.PopulationMethod;
import org.sapwood.analysis.Study;
import org.sapwood.display.Display;
import org.sapwood.display.FigureBuilder;
import org.sapwood.display.FlowBuilder;
import org.sapwood.display.Footnote;
import org.sapwood.display.Heading;
import org.sapwood.display.ListingModel;
import org.sapwood.display.Report;
import org.sapwood.display.SourceLine;
import org.sapwood.display.TableBuilder;
import org.sapwood.display.TextBlock;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.Estimand;
import org.sapwood.sap.IntercurrentEvent;
import org.sapwood.sap.IntercurrentEventStrategy;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.SafetySpec;
import org.sapwood.sap.Sap;
import org.sapwood.sap.SynthesisSpec;
import org.sapwood.sap.Treatments;
import org.sapwood.sap.VisitSpec;
import org.sapwood.yaml.YamlScalar;

/** Fills the displays of a plan, in order. Without results it gives the shells. */
final class PackageBuilder {
    private final Sap sap;
    private final Templates templates;
    private final @Nullable Study study;
    private final @Nullable ResultSet results;
    private final Identity identity;

    /**
     * Who made the package from what.
     *
     * @param version program and version
     * @param planHash SHA-256 of the plan
     * @param inputHashes SHA-256 by dataset name; empty for shells
     * @param banners labels for every page, sheet and file
     */
    record Identity(String version, String planHash, Map<String, String> inputHashes, List<String> banners) {
        String digest() {
            StringBuilder all = new StringBuilder(version).append('\n').append(planHash);
            inputHashes.forEach(
                    (name, hash) -> all.append('\n').append(name).append(' ').append(hash));
            banners.forEach(banner -> all.append('\n').append(banner));
            return Digest.sha256(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    PackageBuilder(
            Sap sap, Templates templates, @Nullable Study study, @Nullable ResultSet results, Identity identity) {
        this.sap = sap;
        this.templates = templates;
        this.study = study;
        this.results = results;
        this.identity = identity;
    }

    Report build(List<DisplaySpec> wanted) {
        List<Display> displays = new ArrayList<>();
        for (DisplaySpec spec : wanted) {
            displays.add(display(spec));
        }
        return new Report(
                new Report.Front(
                        sap.study().protocol(),
                        sap.study().title(),
                        sap.study().sponsor(),
                        date(sap.study().cutOff()),
                        identity.banners(),
                        identity.version(),
                        sap.study().analysisDate().toString(),
                        identity.digest()),
                displays);
    }

    /** A date as regulatory tables print it: 01SEP2026. */
    private static String date(LocalDate date) {
        String[] months = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
        return String.format(
                Locale.ROOT, "%02d%s%d", date.getDayOfMonth(), months[date.getMonthValue() - 1], date.getYear());
    }

    private Display display(DisplaySpec spec) {
        Heading heading =
                new Heading(spec.number(), spec.title(), sap.set(spec.set()).label(), estimandLine(spec));
        SourceLine source = source(spec);
        if (spec.content() instanceof DisplaySpec.Listing listing) {
            List<Footnote> notes =
                    spec.footnotes().stream().map(PackageBuilder::footnote).toList();
            if (study == null || results == null) {
                return shell(
                        spec,
                        heading,
                        source,
                        "One line per record; columns: "
                                + String.join(
                                        ", ",
                                        listing.columns().stream()
                                                .map(DisplaySpec.ListingColumn::head)
                                                .toList()));
            }
            ListingModel model = new ListingAssembler(spec, listing, study, results).assemble(heading, notes, source);
            return orNothing(model);
        }
        if (spec.content() instanceof DisplaySpec.Ledger ledger) {
            return ledger(spec, ledger, heading, source);
        }
        if (spec.content() instanceof DisplaySpec.Lanes lanes) {
            return study == null
                    ? shell(spec, heading, source, "One lane per subject with intercurrent events.")
                    : new LanesAssembler(spec, lanes, study)
                            .assemble(
                                    heading,
                                    spec.footnotes().stream()
                                            .map(PackageBuilder::footnote)
                                            .toList(),
                                    source);
        }
        if (spec.content() instanceof DisplaySpec.BySubject bySubject) {
            return study == null || results == null
                    ? shell(spec, heading, source, "One line per subject and criterion or calendar.")
                    : new SubjectListing(spec, bySubject, study, results)
                            .assemble(
                                    heading,
                                    spec.footnotes().stream()
                                            .map(PackageBuilder::footnote)
                                            .toList(),
                                    source);
        }
        if (spec.content() instanceof DisplaySpec.FromPlan && results == null) {
            return shell(spec, heading, source, "One line per item of the plan.");
        }
        if (spec.content() instanceof DisplaySpec.FromPlan from && results != null) {
            PlanTables.write(spec, from, sap, results);
        }
        DisplaySpec.FromResults from = spec.content() instanceof DisplaySpec.FromPlan plan
                ? plan.asResults(spec.id())
                : (DisplaySpec.FromResults) spec.content();
        TableBuilder.Context context = context(spec, from);
        if (from.template().startsWith("flows/")) {
            String analysis = from.analyses().getOrDefault("flow", "");
            return results == null
                    ? shell(spec, heading, source, "Flow of subjects; boxes as the plan's stages.")
                    : FlowBuilder.build(
                            spec.id(),
                            heading,
                            analysis,
                            (MethodSpec.Flow) sap.analysis(analysis).method(),
                            context,
                            results,
                            spec.footnotes(),
                            source);
        }
        if (from.template().startsWith("figures/")) {
            return results == null
                    ? shell(spec, heading, source, "Figure: " + templates.figure(from.template()))
                    : FigureBuilder.build(
                            spec.id(),
                            heading,
                            templates.figure(from.template()),
                            context,
                            weeks(),
                            results,
                            spec.footnotes(),
                            source);
        }
        return TableBuilder.build(
                spec.id(), heading, templates.table(from.template()), context, results, spec.footnotes(), source);
    }

    private Display ledger(DisplaySpec spec, DisplaySpec.Ledger ledger, Heading heading, SourceLine source) {
        if (study == null) {
            return shell(spec, heading, source, "One line per subject and intercurrent event.");
        }
        List<Footnote> notes =
                spec.footnotes().stream().map(PackageBuilder::footnote).toList();
        return orNothing(LedgerAssembler.assemble(spec, ledger, study, heading, notes, source));
    }

    private static Display orNothing(ListingModel model) {
        return model.rows().isEmpty()
                ? new TextBlock(
                        model.id(),
                        model.heading(),
                        List.of(new TextBlock.Paragraph("", "No records met the criteria.")),
                        model.notes(),
                        model.source())
                : model;
    }

    private static Footnote footnote(String text) {
        return new Footnote("", text);
    }

    private static Display shell(DisplaySpec spec, Heading heading, SourceLine source, String text) {
        return new TextBlock(spec.id(), heading, List.of(new TextBlock.Paragraph("", text)), List.of(), source);
    }

    private TableBuilder.Context context(DisplaySpec spec, DisplaySpec.FromResults from) {
        Map<String, String> arms = new LinkedHashMap<>();
        sap.treatments().arms().forEach(arm -> arms.put(arm.id(), arm.label()));
        return new TableBuilder.Context(
                arms,
                sap.treatments().reference().id(),
                sap.treatments().compared().stream().map(Treatments.Arm::id).toList(),
                PopulationMethod.analysisOf(spec.set()),
                from.analyses(),
                spec.content() instanceof DisplaySpec.FromPlan ? Map.of() : words(from));
    }

    private Map<String, String> words(DisplaySpec.FromResults from) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("confidence", percent(sap.conventions().confidence()));
        from.analyses().values().forEach(id -> words(sap.analysis(id).method(), words));
        words.putAll(from.words());
        return words;
    }

    /** The words that follow from a method's options; the plan may give others. */
    private void words(MethodSpec method, Map<String, String> words) {
        if (method instanceof MethodSpec.Responders responders) {
            words.putIfAbsent("strata", String.join(", ", responders.strata()));
            words.putIfAbsent(
                    "interval",
                    MethodSpec.Responders.printed(responders.intervals().get(0)));
        } else if (method instanceof MethodSpec.PairedResponders paired) {
            words.putIfAbsent("interval", MethodSpec.Responders.printed(paired.interval()));
        } else if (method instanceof MethodSpec.CompareAtVisit compare) {
            words.putIfAbsent("measure", sap.endpoint(compare.endpoint()).label());
            words.putIfAbsent("visit-label", sap.visit(compare.visit()).label());
        } else if (method instanceof SynthesisSpec.Multiplicity family) {
            words.putIfAbsent("alpha", family.alpha().toPlainString());
            words.putIfAbsent(
                    "procedure", YamlScalar.written(family.procedure()).replace('-', ' '));
        } else if (method instanceof SafetySpec.Exposure exposure) {
            words.putIfAbsent("unit", sap.dosing().unit());
            words.putIfAbsent("adherent-from", exposure.adherentFrom().toPlainString());
        } else if (method instanceof SafetySpec.Shift shift) {
            words.putIfAbsent("categories", shift.scale().describe());
        }
    }

    private static String percent(double level) {
        return java.math.BigDecimal.valueOf(level)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }

    private Map<String, Double> weeks() {
        Map<String, Double> weeks = new LinkedHashMap<>();
        for (VisitSpec visit : sap.visits()) {
            weeks.put(visit.label(), visit.week());
        }
        return weeks;
    }

    private String estimandLine(DisplaySpec spec) {
        if (!(spec.content() instanceof DisplaySpec.FromResults from)) {
            return "";
        }
        Set<String> labels = new LinkedHashSet<>();
        for (String id : from.analyses().values()) {
            AnalysisSpec analysis = sap.analysis(id);
            if (!analysis.estimand().isEmpty()) {
                Estimand estimand = sap.estimand(analysis.estimand());
                labels.add(estimand.label() + " (" + estimand.summary() + ")");
            }
        }
        return String.join("; ", labels);
    }

    /** Where the intercurrent events are recorded that decide an analysis's outcome, or that of an analysis it uses. */
    private Set<String> eventDatasets(String analysis) {
        Set<String> datasets = new LinkedHashSet<>();
        String estimand = sap.analysis(analysis).estimand();
        if (!estimand.isEmpty() && study != null) {
            sap.estimand(estimand).events().forEach((event, strategy) -> {
                if (strategy != IntercurrentEventStrategy.TREATMENT_POLICY) {
                    datasets.add(study.intercurrentEvents().dataset(event));
                }
            });
        }
        sap.analysis(analysis).method().uses().forEach(used -> datasets.addAll(eventDatasets(used)));
        return datasets;
    }

    private Set<String> datasetsOf(String endpoint) {
        return study == null ? Set.of() : study.endpoints().of(endpoint).datasets();
    }

    /** One dataset of records; or, for lines by subject and visit, those of the endpoints and variables shown. */
    private Set<String> ofListing(DisplaySpec.Listing listing) {
        if (!listing.dataset().isEmpty()) {
            return Set.of(listing.dataset());
        }
        Set<String> datasets = new LinkedHashSet<>(List.of(sap.data().subjects()));
        for (DisplaySpec.ListingColumn column : listing.columns()) {
            if (column.variable().startsWith("endpoint.")) {
                datasets.addAll(datasetsOf(column.variable().substring("endpoint.".length())));
            }
        }
        return datasets;
    }

    private SourceLine source(DisplaySpec spec) {
        Set<String> datasets = new LinkedHashSet<>();
        if (results != null && study != null) {
            if (spec.content() instanceof DisplaySpec.FromResults from) {
                from.analyses().values().forEach(id -> {
                    for (ResultRow row : results.of(id)) {
                        datasets.add(row.provenance().dataset());
                    }
                    datasets.addAll(eventDatasets(id));
                    sap.endpointsOf(sap.analysis(id)).forEach(endpoint -> datasets.addAll(datasetsOf(endpoint)));
                });
            } else if (spec.content() instanceof DisplaySpec.Listing listing) {
                datasets.addAll(ofListing(listing));
            } else if (spec.content() instanceof DisplaySpec.Ledger) {
                for (IntercurrentEvent event : sap.intercurrentEvents()) {
                    datasets.add(study.intercurrentEvents().dataset(event.id()));
                }
            } else if (spec.content() instanceof DisplaySpec.Lanes lanes) {
                datasets.add(sap.data().subjects());
                lanes.events()
                        .forEach(
                                event -> datasets.add(study.intercurrentEvents().dataset(event)));
            } else if (spec.content() instanceof DisplaySpec.FromPlan from) {
                PlanTables.analyses(from, sap)
                        .forEach(id -> results.of(id)
                                .forEach(row -> datasets.add(row.provenance().dataset())));
            } else if (spec.content() instanceof DisplaySpec.BySubject bySubject) {
                datasets.add(SubjectListing.dataset(sap, bySubject));
            }
        }
        StringBuilder text = new StringBuilder();
        identity.inputHashes().forEach((name, hash) -> {
            if (datasets.stream().anyMatch(name::equalsIgnoreCase)) {
                text.append(text.length() == 0 ? "Source: " : ", ")
                        .append(name.toUpperCase(Locale.ROOT))
                        .append(" (sha256 ")
                        .append(Digest.brief(hash))
                        .append(')');
            }
        });
        text.append(text.length() == 0 ? "" : "; ")
                .append("Output ")
                .append(spec.id())
                .append("; Plan ")
                .append(Digest.brief(identity.planHash()))
                .append("; ")
                .append(identity.version());
        return new SourceLine(text.toString());
    }
}
