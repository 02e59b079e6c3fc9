package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.EndpointRule;

/** The myositis response criteria as endpoint rules of a plan. */
public final class MyositisRules {
    private static final Map<MuscleEnzyme, String> ENZYME_INPUT = enzymeInputs();

    private static final List<EndpointRule.Setting> SCALE_SETTINGS = List.of(
            new EndpointRule.Setting("analogue-scale", "cm", "unit of the three visual analogue scales: cm or mm"),
            new EndpointRule.Setting("mmt-maximum", "150", "maximum of the manual muscle testing sum: 150 or 80"),
            new EndpointRule.Setting(
                    "enzyme-multiples",
                    "15/6/3/3/3",
                    "range of CK/aldolase/LDH/AST/ALT in multiples of the upper limit of normal"),
            new EndpointRule.Setting(
                    "most-abnormal",
                    "fold-of-limit",
                    "how the enzyme to follow is chosen at baseline: fold-of-limit or fraction-of-range"));

    private MyositisRules() {}

    private static Map<MuscleEnzyme, String> enzymeInputs() {
        Map<MuscleEnzyme, String> inputs = new EnumMap<>(MuscleEnzyme.class);
        inputs.put(MuscleEnzyme.CREATINE_KINASE, "ck");
        inputs.put(MuscleEnzyme.ALDOLASE, "aldolase");
        inputs.put(MuscleEnzyme.LACTATE_DEHYDROGENASE, "ldh");
        inputs.put(MuscleEnzyme.ASPARTATE_AMINOTRANSFERASE, "ast");
        inputs.put(MuscleEnzyme.ALANINE_AMINOTRANSFERASE, "alt");
        return inputs;
    }

    /**
     * The total improvement score of one patient, line by line.
     *
     * @param baseline what was measured at baseline
     * @param followUp what was measured at the visit
     * @param settings as a plan writes them
     * @return values, points and the score, for people
     * @throws IllegalArgumentException when a setting or a value is not one the instrument has
     */
    public static List<String> explainScore(
            EndpointRule.Measures baseline, EndpointRule.Measures followUp, Map<String, String> settings) {
        TisRule rule = TisRule.ADULT.with(scales(settings));
        return CoreSetExplanation.of(rule.score(coreSet(baseline), coreSet(followUp)), rule);
    }

    /**
     * The definition of improvement of one patient, line by line.
     *
     * @param baseline what was measured at baseline
     * @param followUp what was measured at the visit
     * @param settings as a plan writes them
     * @return changes and the judgement, for people
     * @throws IllegalArgumentException when a setting or a value is not one the instrument has
     */
    public static List<String> explainImprovement(
            EndpointRule.Measures baseline, EndpointRule.Measures followUp, Map<String, String> settings) {
        DoiRule rule = DoiRule.IMACS.with(scales(settings));
        return CoreSetExplanation.of(rule.judge(coreSet(baseline), coreSet(followUp)));
    }

    private static List<EndpointRule.Input> coreSetInputs() {
        List<EndpointRule.Input> inputs = new ArrayList<>();
        inputs.add(new EndpointRule.Input("physician-global", true, "physician global activity, VAS"));
        inputs.add(new EndpointRule.Input("patient-global", true, "patient global activity, VAS"));
        inputs.add(new EndpointRule.Input("mmt", true, "manual muscle testing sum (MMT-8)"));
        inputs.add(new EndpointRule.Input("haq-di", true, "health assessment questionnaire, 0–3"));
        ENZYME_INPUT.forEach((enzyme, input) -> {
            inputs.add(new EndpointRule.Input(input, false, enzyme.label()));
            inputs.add(new EndpointRule.Input(input + "-limit", false, enzyme.label() + ", upper limit of normal"));
        });
        inputs.add(new EndpointRule.Input("extramuscular-global", true, "extramuscular global activity, VAS"));
        return inputs;
    }

    private static CoreSetMeasures coreSet(EndpointRule.Measures measures) {
        Map<MuscleEnzyme, EnzymeLevel> enzymes = new EnumMap<>(MuscleEnzyme.class);
        ENZYME_INPUT.forEach((enzyme, input) -> {
            @Nullable BigDecimal value = measures.value(input);
            @Nullable BigDecimal limit = measures.value(input + "-limit");
            if (value != null && limit != null) {
                enzymes.put(enzyme, new EnzymeLevel(value, limit));
            }
        });
        return new CoreSetMeasures(
                measures.value("physician-global"),
                measures.value("patient-global"),
                measures.value("mmt"),
                measures.value("haq-di"),
                enzymes,
                measures.value("extramuscular-global"));
    }

    private static CoreSetScales scales(Map<String, String> settings) {
        CoreSetScales.AnalogueScale analogue = switch (settings.getOrDefault("analogue-scale", "cm")) {
            case "cm" -> CoreSetScales.AnalogueScale.CENTIMETRES;
            case "mm" -> CoreSetScales.AnalogueScale.MILLIMETRES;
            default -> throw unknown("analogue-scale", settings, "cm, mm");
        };
        CoreSetScales.MuscleTesting testing = switch (settings.getOrDefault("mmt-maximum", "150")) {
            case "150" -> CoreSetScales.MuscleTesting.BILATERAL_150;
            case "80" -> CoreSetScales.MuscleTesting.UNILATERAL_80;
            default -> throw unknown("mmt-maximum", settings, "150, 80");
        };
        CoreSetScales.MostAbnormal mostAbnormal = switch (settings.getOrDefault("most-abnormal", "fold-of-limit")) {
            case "fold-of-limit" -> CoreSetScales.MostAbnormal.FOLD_OF_LIMIT;
            case "fraction-of-range" -> CoreSetScales.MostAbnormal.FRACTION_OF_RANGE;
            default -> throw unknown("most-abnormal", settings, "fold-of-limit, fraction-of-range");
        };
        return new CoreSetScales(analogue, testing, multiples(settings), mostAbnormal);
    }

    private static Map<MuscleEnzyme, BigDecimal> multiples(Map<String, String> settings) {
        String written = settings.getOrDefault("enzyme-multiples", "15/6/3/3/3");
        String[] parts = written.split("/", -1);
        try {
            int[] m = new int[5];
            for (int i = 0; i < 5; i++) {
                m[i] = Integer.parseInt(parts[i].strip());
            }
            if (parts.length == 5) {
                return CoreSetScales.multiples(m[0], m[1], m[2], m[3], m[4]);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // falls through to the one message for every malformed value
        }
        throw unknown("enzyme-multiples", settings, "five whole numbers, CK/aldolase/LDH/AST/ALT");
    }

    private static IllegalArgumentException unknown(String name, Map<String, String> settings, String known) {
        return new IllegalArgumentException(
                "setting \"" + name + "\": \"" + settings.get(name) + "\" is not one of: " + known);
    }

    private static String describeScales(Map<String, String> settings) {
        return SCALE_SETTINGS.stream()
                .map(setting -> setting.name() + " " + settings.getOrDefault(setting.name(), setting.byDefault()))
                .collect(Collectors.joining(", "));
    }

    /** The 2016 ACR/EULAR total improvement score. */
    public static final class TotalImprovement implements EndpointRule {
        @Override
        public String name() {
            return "total-improvement-score";
        }

        @Override
        public String definition() {
            return "Sum of points for the absolute percent improvement of six core set measures, 0 to 100; classes from"
                    + " 20 (minimal), 40 (moderate) and 60 (major). Higher is better.";
        }

        @Override
        public String source() {
            return TisPoints.SOURCE;
        }

        @Override
        public List<Input> inputs() {
            return coreSetInputs();
        }

        @Override
        public List<Setting> settings() {
            return SCALE_SETTINGS;
        }

        @Override
        public Calculation with(Map<String, String> settings) {
            TisRule rule = TisRule.ADULT.with(scales(settings));
            return new Calculation() {
                @Override
                public String describe() {
                    return "2016 ACR/EULAR total improvement score (" + describeScales(settings) + ")";
                }

                @Override
                public Derived<Outcome> derive(Measures baseline, Measures followUp) {
                    TotalImprovementScore score = rule.score(coreSet(baseline), coreSet(followUp));
                    String remark = score.flags().contains(TotalImprovementScore.Flag.COMPONENT_MISSING)
                            ? "a component is missing and scores 0"
                            : "";
                    return outcome(score.score(), remark);
                }
            };
        }

        private static Derived<Outcome> outcome(Derived<BigDecimal> score, String remark) {
            if (score instanceof Derived.Known<BigDecimal> known) {
                return Derived.of(new Outcome(known.value(), remark));
            }
            return Derived.missing(((Derived.Missing<BigDecimal>) score).reason());
        }
    }

    /** The IMACS preliminary definition of improvement. */
    public static final class Improvement implements EndpointRule {
        @Override
        public String name() {
            return "definition-of-improvement";
        }

        @Override
        public String definition() {
            return "At least 3 of 6 core set measures better by 20 % of baseline, at most 2 worse by 25 %, and manual"
                    + " muscle testing not among the worse: yes (1) or no (0).";
        }

        @Override
        public String source() {
            return DoiRule.SOURCE;
        }

        @Override
        public List<Input> inputs() {
            return coreSetInputs();
        }

        @Override
        public List<Setting> settings() {
            List<Setting> settings = new ArrayList<>(SCALE_SETTINGS);
            settings.add(new Setting(
                    "zero-baseline",
                    "worse-above-noise",
                    "a measure of 0 at baseline: worse-above-noise, never-worse or smallest-step"));
            return settings;
        }

        @Override
        public Calculation with(Map<String, String> settings) {
            ZeroBaseline zero = switch (settings.getOrDefault("zero-baseline", "worse-above-noise")) {
                case "worse-above-noise" -> ZeroBaseline.WORSE_ABOVE_NOISE;
                case "never-worse" -> ZeroBaseline.NEVER_WORSE;
                case "smallest-step" -> ZeroBaseline.SMALLEST_STEP;
                default -> throw unknown("zero-baseline", settings, "worse-above-noise, never-worse, smallest-step");
            };
            DoiRule rule = DoiRule.IMACS.with(scales(settings)).with(zero);
            return new Calculation() {
                @Override
                public String describe() {
                    return "IMACS definition of improvement (zero-baseline "
                            + settings.getOrDefault("zero-baseline", "worse-above-noise") + ", "
                            + describeScales(settings) + ")";
                }

                @Override
                public Derived<Outcome> derive(Measures baseline, Measures followUp) {
                    Derived<Boolean> met =
                            rule.judge(coreSet(baseline), coreSet(followUp)).isMet();
                    if (met instanceof Derived.Known<Boolean> known) {
                        return Derived.of(new Outcome(known.value() ? BigDecimal.ONE : BigDecimal.ZERO, ""));
                    }
                    return Derived.missing(((Derived.Missing<Boolean>) met).reason());
                }
            };
        }
    }
}
