package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointRule;
import org.sapwood.endpoint.EndpointRule.Input;
import org.sapwood.endpoint.EndpointRule.Setting;
import org.sapwood.endpoint.Settings;

/** The core set as inputs of a rule, and the decisions of a plan on its scales. */
final class CoreSetInputs {
    private static final Map<MuscleEnzyme, String> ENZYMES = enzymes();

    /** The six measures; each enzyme with its upper limit of normal. */
    static final List<Input> ALL = inputs();

    /** The enzymes alone, each with its upper limit of normal. */
    static final List<Input> ENZYMES_ONLY =
            ALL.stream().filter(input -> isEnzyme(input.name())).toList();

    private static final Setting ENZYME_MULTIPLES = new Setting(
            "enzyme-multiples",
            "15/6/3/3/3",
            "range of CK/aldolase/LDH/AST/ALT in multiples of the upper limit of normal");
    private static final Setting MOST_ABNORMAL = new Setting(
            "most-abnormal",
            "fold-of-limit",
            "how the enzyme to follow is chosen at baseline: fold-of-limit or fraction-of-range");

    /** The decisions on all scales. */
    static final List<Setting> SETTINGS = List.of(
            new Setting("analogue-scale", "cm", "unit of the three visual analogue scales: cm or mm"),
            new Setting("mmt-maximum", "150", "maximum of the manual muscle testing sum: 150 or 80"),
            ENZYME_MULTIPLES,
            MOST_ABNORMAL);

    /** The decisions on the enzymes alone. */
    static final List<Setting> ENZYME_SETTINGS = List.of(ENZYME_MULTIPLES, MOST_ABNORMAL);

    private CoreSetInputs() {}

    private static Map<MuscleEnzyme, String> enzymes() {
        Map<MuscleEnzyme, String> inputs = new EnumMap<>(MuscleEnzyme.class);
        inputs.put(MuscleEnzyme.CREATINE_KINASE, "ck");
        inputs.put(MuscleEnzyme.ALDOLASE, "aldolase");
        inputs.put(MuscleEnzyme.LACTATE_DEHYDROGENASE, "ldh");
        inputs.put(MuscleEnzyme.ASPARTATE_AMINOTRANSFERASE, "ast");
        inputs.put(MuscleEnzyme.ALANINE_AMINOTRANSFERASE, "alt");
        return inputs;
    }

    private static boolean isEnzyme(String input) {
        return ENZYMES.values().stream().anyMatch(name -> input.equals(name) || input.equals(name + "-limit"));
    }

    private static List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.needed("physician-global", "physician global activity, VAS"));
        inputs.add(Input.needed("patient-global", "patient global activity, VAS"));
        inputs.add(Input.needed("mmt", "manual muscle testing sum (MMT-8)"));
        inputs.add(Input.needed("haq-di", "health assessment questionnaire, 0–3"));
        ENZYMES.forEach((enzyme, input) -> {
            inputs.add(Input.optional(input, enzyme.label()));
            inputs.add(Input.optional(input + "-limit", enzyme.label() + ", upper limit of normal"));
        });
        inputs.add(Input.needed("extramuscular-global", "extramuscular global activity, VAS"));
        return List.copyOf(inputs);
    }

    /** The core set of one visit. */
    static CoreSetMeasures of(EndpointRule.Measures measures) {
        return new CoreSetMeasures(
                measures.value("physician-global"),
                measures.value("patient-global"),
                measures.value("mmt"),
                measures.value("haq-di"),
                enzymes(measures),
                measures.value("extramuscular-global"));
    }

    private static Map<MuscleEnzyme, EnzymeLevel> enzymes(EndpointRule.Measures measures) {
        Map<MuscleEnzyme, EnzymeLevel> enzymes = new EnumMap<>(MuscleEnzyme.class);
        ENZYMES.forEach((enzyme, input) -> {
            @Nullable BigDecimal value = measures.value(input);
            @Nullable BigDecimal limit = measures.value(input + "-limit");
            if (value != null && limit != null) {
                enzymes.put(enzyme, new EnzymeLevel(value, limit));
            }
        });
        return enzymes;
    }

    /** The enzymes of one visit, without the other measures. */
    static CoreSetMeasures enzymesOf(EndpointRule.Measures measures) {
        return new CoreSetMeasures(null, null, null, null, enzymes(measures), null);
    }

    /** The scales a plan chose; settings it does not have keep the standard ones. */
    static CoreSetScales scales(Settings settings) {
        return new CoreSetScales(
                analogueScale(settings),
                muscleTesting(settings),
                multiples(settings),
                settings.choice("most-abnormal", CoreSetScales.MostAbnormal.class));
    }

    /** The scales a plan chose for the enzymes alone. */
    static CoreSetScales enzymeScales(Settings settings) {
        return new CoreSetScales(
                CoreSetScales.STANDARD.analogueScale(),
                CoreSetScales.STANDARD.muscleTesting(),
                multiples(settings),
                settings.choice("most-abnormal", CoreSetScales.MostAbnormal.class));
    }

    /** The unit of the visual analogue scales. */
    static CoreSetScales.AnalogueScale analogueScale(Settings settings) {
        return settings.choice(
                "analogue-scale",
                Map.of("cm", CoreSetScales.AnalogueScale.CENTIMETRES, "mm", CoreSetScales.AnalogueScale.MILLIMETRES));
    }

    /** Which muscles were summed. */
    static CoreSetScales.MuscleTesting muscleTesting(Settings settings) {
        return settings.choice(
                "mmt-maximum",
                Map.of(
                        "150", CoreSetScales.MuscleTesting.BILATERAL_150,
                        "80", CoreSetScales.MuscleTesting.UNILATERAL_80));
    }

    private static Map<MuscleEnzyme, BigDecimal> multiples(Settings settings) {
        String[] parts = settings.text("enzyme-multiples").split("/", -1);
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
        throw settings.unknown("enzyme-multiples", "five whole numbers, CK/aldolase/LDH/AST/ALT");
    }
}
