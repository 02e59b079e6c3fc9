package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of a rule as a plan writes them, with the defaults of those it leaves out. */
public final class Settings {
    private final List<EndpointRule.Setting> known;
    private final Map<String, String> written;

    /**
     * Joins what a rule knows and what a plan says.
     *
     * @param known the rule's settings
     * @param written the plan's
     */
    public Settings(List<EndpointRule.Setting> known, Map<String, String> written) {
        this.known = List.copyOf(known);
        this.written = Map.copyOf(written);
    }

    /** {@return the value of a setting}
     *
     * @param name one of the rule's settings
     */
    public String text(String name) {
        return written.getOrDefault(
                name,
                known.stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no setting named \"" + name + "\""))
                        .byDefault());
    }

    /**
     * A number of at least 0.
     *
     * @param name one of the rule's settings
     * @return the number
     */
    public BigDecimal decimal(String name) {
        String text = text(name);
        if (!text.matches("[0-9]+(\\.[0-9]+)?")) {
            throw unknown(name, "a number of at least 0");
        }
        return new BigDecimal(text);
    }

    /**
     * A number of at least 0, or none.
     *
     * @param name one of the rule's settings
     * @return the number; missing when the setting is {@code none}
     */
    public Derived<BigDecimal> decimalOrNone(String name) {
        if (text(name).equals("none")) {
            return Derived.missing("no limit");
        }
        try {
            return Derived.of(decimal(name));
        } catch (IllegalArgumentException notANumber) {
            throw unknown(name, "a number of at least 0, none");
        }
    }

    /**
     * One of the constants of an enum, written in lower case with hyphens.
     *
     * @param <E> the enum
     * @param name one of the rule's settings
     * @param type the enum's class
     * @return the constant
     */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        List<String> all = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String text = written(constant);
            if (text.equals(text(name))) {
                return constant;
            }
            all.add(text);
        }
        throw unknown(name, String.join(", ", all));
    }

    /**
     * One of several constants, each with the word plans use.
     *
     * @param <T> the type of the constants
     * @param name one of the rule's settings
     * @param byWord the constants
     * @return the constant
     */
    public <T> T choice(String name, Map<String, T> byWord) {
        T found = byWord.get(text(name));
        if (found == null) {
            throw unknown(name, byWord.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** {@return a constant as plans write it, in lower case with hyphens}
     *
     * @param constant the constant
     */
    public static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the complaint about a setting}
     *
     * @param name one of the rule's settings
     * @param expected what it may be
     */
    public IllegalArgumentException unknown(String name, String expected) {
        return new IllegalArgumentException(
                "setting \"" + name + "\": \"" + text(name) + "\" is not one of: " + expected);
    }

    /** {@return every setting with its value, for example {@code analogue-scale cm, mmt-maximum 150}} */
    public String inWords() {
        return known.stream()
                .map(setting -> setting.name() + " " + text(setting.name()))
                .collect(Collectors.joining(", "));
    }
}
