package org.sapwood.endpoint.lupus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.endpoint.EndpointRule.Input;
import org.sapwood.endpoint.EndpointRule.Measures;
import org.sapwood.endpoint.Settings;
import org.sapwood.endpoint.lupus.Bilag.Grade;
import org.sapwood.endpoint.lupus.Bilag.OrganSystem;

/** SLEDAI items and BILAG grades as inputs of a rule. */
final class LupusInputs {
    private static final Map<String, BigDecimal> YES_NO = yesNo();
    private static final Map<String, BigDecimal> LETTERS = letters();

    /** The 24 items of the SLEDAI family. */
    static final List<Input> SLEDAI = sledaiInputs();

    /** The nine organ systems of BILAG-2004. */
    static final List<Input> BILAG = bilagInputs();

    private LupusInputs() {}

    private static Map<String, BigDecimal> yesNo() {
        Map<String, BigDecimal> codes = new LinkedHashMap<>();
        codes.put("Y", BigDecimal.ONE);
        codes.put("N", BigDecimal.ZERO);
        return codes;
    }

    /** A is 4 and E is 0, so that more is more active; the points 12, 8, 1, 0 would not tell D from E. */
    private static Map<String, BigDecimal> letters() {
        Map<String, BigDecimal> codes = new LinkedHashMap<>();
        int code = Grade.values().length;
        for (Grade grade : Grade.values()) {
            code--;
            codes.put(grade.name(), BigDecimal.valueOf(code));
        }
        return codes;
    }

    private static List<Input> sledaiInputs() {
        List<Input> inputs = new ArrayList<>();
        for (SledaiItem item : SledaiItem.values()) {
            inputs.add(new Input(
                    Settings.written(item), true, "present (1 or " + item.weight() + ", Y) or absent (0, N)", YES_NO));
        }
        return List.copyOf(inputs);
    }

    private static List<Input> bilagInputs() {
        List<Input> inputs = new ArrayList<>();
        for (OrganSystem system : OrganSystem.values()) {
            inputs.add(new Input(
                    "bilag-" + Settings.written(system),
                    true,
                    "grade A to E, as letters or A 4, B 3, C 2, D 1, E 0",
                    LETTERS));
        }
        return List.copyOf(inputs);
    }

    /** The assessment of one visit. */
    static Sledai sledai(Measures measures, Sledai.Version version) {
        Map<SledaiItem, Boolean> items = new EnumMap<>(SledaiItem.class);
        for (SledaiItem item : SledaiItem.values()) {
            BigDecimal value = measures.value(Settings.written(item));
            if (value != null) {
                items.put(item, isPresent(item, value));
            }
        }
        return new Sledai(version, items);
    }

    private static boolean isPresent(SledaiItem item, BigDecimal value) {
        if (value.signum() == 0) {
            return false;
        }
        if (value.compareTo(BigDecimal.ONE) == 0 || value.compareTo(BigDecimal.valueOf(item.weight())) == 0) {
            return true;
        }
        throw new IllegalArgumentException("SLEDAI " + Settings.written(item) + ": expected 0, 1 or " + item.weight()
                + ", found " + value.toPlainString());
    }

    /** The grades of one visit; empty when no system was graded. */
    static Bilag bilag(Measures measures) {
        Map<OrganSystem, Grade> grades = new EnumMap<>(OrganSystem.class);
        for (OrganSystem system : OrganSystem.values()) {
            BigDecimal value = measures.value("bilag-" + Settings.written(system));
            if (value != null) {
                grades.put(system, grade(system, value));
            }
        }
        return new Bilag(grades);
    }

    private static Grade grade(OrganSystem system, BigDecimal value) {
        for (Map.Entry<String, BigDecimal> letter : LETTERS.entrySet()) {
            if (value.compareTo(letter.getValue()) == 0) {
                return Grade.valueOf(letter.getKey());
            }
        }
        throw new IllegalArgumentException("BILAG " + Settings.written(system)
                + ": expected A to E, or 4, 3, 2, 1, 0; found " + value.toPlainString());
    }
}
