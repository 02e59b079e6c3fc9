package org.sapwood.endpoint;

import static org.sapwood.endpoint.DirectionOfBenefit.HIGHER_IS_BETTER;
import static org.sapwood.endpoint.DirectionOfBenefit.LOWER_IS_BETTER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary of instruments, and the registry texts about them that are known to be wrong. A plan that declares an
 * instrument otherwise than here is refused with the reason.
 */
public final class Instruments {

    /** All instruments, grouped by disease. */
    public static final List<Instrument> ALL = List.of(
            bounded("vas-cm", "visual analogue scale", "cm", "0", "10", "0.1", LOWER_IS_BETTER, "10-cm scale"),
            bounded("vas-mm", "visual analogue scale", "mm", "0", "100", "1", LOWER_IS_BETTER, "100-mm scale"),
            bounded("phyglob-cm", "physician global", "cm", "0", "10", "0.1", LOWER_IS_BETTER, "IMACS core set"),
            bounded("patglob-cm", "patient global", "cm", "0", "10", "0.1", LOWER_IS_BETTER, "IMACS core set"),
            bounded(
                    "emglob-cm",
                    "extramuscular global",
                    "cm",
                    "0",
                    "10",
                    "0.1",
                    LOWER_IS_BETTER,
                    "IMACS core set, MDAAT 2005"),
            bounded("phyglob-mm", "physician global", "mm", "0", "100", "1", LOWER_IS_BETTER, "IMACS core set"),
            bounded("patglob-mm", "patient global", "mm", "0", "100", "1", LOWER_IS_BETTER, "IMACS core set"),
            bounded(
                    "emglob-mm",
                    "extramuscular global",
                    "mm",
                    "0",
                    "100",
                    "1",
                    LOWER_IS_BETTER,
                    "IMACS core set, MDAAT 2005"),
            bounded(
                    "mdaat-organ-cm",
                    "MDAAT organ system",
                    "cm",
                    "0",
                    "10",
                    "0.1",
                    LOWER_IS_BETTER,
                    "MDAAT 2005, version 2"),
            bounded("mmt8-150", "MMT-8, both sides", "", "0", "150", "1", HIGHER_IS_BETTER, "IMACS core set"),
            bounded("mmt8-80", "MMT-8, one side", "", "0", "80", "1", HIGHER_IS_BETTER, "IMACS core set"),
            // Six or seven answered categories give thirds and sevenths, so the 0.125 grid is not enforced.
            bounded("haq-di", "HAQ-DI", "", "0", "3", null, LOWER_IS_BETTER, "Fries and others 1980"),
            bounded("enzyme", "muscle enzyme", "", "0", null, null, LOWER_IS_BETTER, "IMACS core set"),
            bounded("mdaat-item", "MDAAT item", "", "0", "4", "1", LOWER_IS_BETTER, "MDAAT 2005, version 2"),
            bounded("cdasi-activity", "CDASI activity", "", "0", "100", "1", LOWER_IS_BETTER, "CDASI version 2"),
            bounded("cdasi-damage", "CDASI damage", "", "0", "32", "1", LOWER_IS_BETTER, "CDASI version 2"),
            bounded(
                    "tis",
                    "total improvement score",
                    "",
                    "0",
                    "100",
                    "2.5",
                    HIGHER_IS_BETTER,
                    "2016 ACR/EULAR response criteria"),
            bounded("sledai-2k", "SLEDAI-2K", "", "0", "105", "1", LOWER_IS_BETTER, "Gladman and others 2002"),
            bounded("selena-sledai", "SELENA-SLEDAI", "", "0", "105", "1", LOWER_IS_BETTER, "Petri and others 2005"),
            bounded("phyglob-0-3", "physician global, lupus", "", "0", "3", null, LOWER_IS_BETTER, "SELENA trials"),
            bounded("bilag-numeric", "BILAG, numeric", "", "0", null, "1", LOWER_IS_BETTER, "BILAG-2004 coding"),
            bounded("pmr-as", "PMR-AS", "", "0", null, null, LOWER_IS_BETTER, "Leeb and Bird 2004"),
            bounded("crp-mg-dl", "C-reactive protein", "mg/dL", "0", null, null, LOWER_IS_BETTER, "laboratory"),
            bounded("crp-mg-l", "C-reactive protein", "mg/L", "0", null, null, LOWER_IS_BETTER, "laboratory"),
            bounded("esr", "erythrocyte sedimentation rate", "mm/h", "0", null, null, LOWER_IS_BETTER, "laboratory"),
            bounded("stiffness", "morning stiffness", "min", "0", "1440", null, LOWER_IS_BETTER, "PMR-AS"),
            bounded("eul", "elevation of upper limbs", "", "0", "3", "1", LOWER_IS_BETTER, "PMR-AS"),
            bounded("gc-dose", "prednisone-equivalent dose", "mg/day", "0", null, null, LOWER_IS_BETTER, "dose diary"),
            bounded("percent-of-parent", "cell population", "%", "0", "100", null, HIGHER_IS_BETTER, "flow cytometry"));

    /** A declaration found in a trial registry that contradicts the instrument. */
    private record WrongText(
            String id, @Nullable String maximum, @Nullable DirectionOfBenefit direction, String why) {}

    private static final List<WrongText> WRONG_TEXTS = List.of(
            new WrongText(
                    "patglob-cm",
                    "80",
                    null,
                    "registry text A1 of NCT05495321 says 0 to 80, copied from muscle testing; the scale has 10 cm"),
            new WrongText(
                    "patglob-mm",
                    "80",
                    null,
                    "registry text A1 of NCT05495321 says 0 to 80, copied from muscle testing; the scale has 100 mm"),
            new WrongText(
                    "haq-di",
                    null,
                    HIGHER_IS_BETTER,
                    "registry text A2 of NCT05495321 says the opposite; a higher HAQ-DI is more disability"),
            new WrongText(
                    "mmt8-150",
                    "80",
                    null,
                    "registry text A3 of NCT05495321 mixes one side (80) and both sides (150); declare mmt8-80, never"
                            + " rescale"),
            new WrongText(
                    "mmt8-80",
                    "150",
                    null,
                    "registry text A3 of NCT05495321 mixes one side (80) and both sides (150); declare mmt8-150, never"
                            + " rescale"),
            new WrongText(
                    "cdasi-damage",
                    "100",
                    null,
                    "registry text A4 of NCT05495321 confuses activity (0 to 100) and damage (0 to 32)"),
            new WrongText(
                    "cdasi-activity",
                    "32",
                    null,
                    "registry text A4 of NCT05495321 confuses activity (0 to 100) and damage (0 to 32)"));

    private Instruments() {}

    /**
     * Looks an instrument up.
     *
     * @param id its name in plans
     * @return the instrument, empty when there is none of that name
     */
    public static Optional<Instrument> find(String id) {
        return ALL.stream().filter(instrument -> instrument.id().equals(id)).findFirst();
    }

    /**
     * Compares what a plan declares with the dictionary.
     *
     * @param id the instrument's name; an unknown name has no complaint, because plans may add instruments
     * @param minimum the declared minimum, null when not declared
     * @param maximum the declared maximum, null when not declared
     * @param direction the declared direction, null when not declared
     * @return one sentence per contradiction, with the known error of a registry where there is one
     */
    public static List<String> checkDeclaration(
            String id,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable DirectionOfBenefit direction) {
        Optional<Instrument> found = find(id);
        if (found.isEmpty()) {
            return List.of();
        }
        Instrument instrument = found.get();
        List<String> complaints = new ArrayList<>();
        boolean minimumDiffers =
                minimum != null && (instrument.minimum() == null || minimum.compareTo(instrument.minimum()) != 0);
        boolean maximumDiffers =
                maximum != null && (instrument.maximum() == null || maximum.compareTo(instrument.maximum()) != 0);
        if (minimumDiffers || maximumDiffers) {
            complaints.add(instrument.label() + ": expected " + instrument.range() + ", the plan declares "
                    + text(minimum) + " to " + text(maximum) + known(id, maximumDiffers ? maximum : null, null));
        }
        if (direction != null && direction != instrument.direction()) {
            complaints.add(instrument.label() + ": " + instrument.direction().inWords() + ", the plan declares "
                    + direction.inWords() + known(id, null, direction));
        }
        return complaints;
    }

    private static String known(String id, @Nullable BigDecimal maximum, @Nullable DirectionOfBenefit direction) {
        return WRONG_TEXTS.stream()
                .filter(text -> text.id().equals(id))
                .filter(text -> (text.direction() != null && text.direction() == direction)
                        || (text.maximum() != null
                                && maximum != null
                                && maximum.compareTo(new BigDecimal(text.maximum())) == 0))
                .map(text -> " (" + text.why() + ")")
                .findFirst()
                .orElse("");
    }

    private static String text(@Nullable BigDecimal limit) {
        return limit == null ? "open" : limit.toPlainString();
    }

    private static Instrument bounded(
            String id,
            String label,
            String unit,
            String minimum,
            @Nullable String maximum,
            @Nullable String step,
            DirectionOfBenefit direction,
            String source) {
        return new Instrument(
                id,
                label,
                unit,
                new BigDecimal(minimum),
                maximum == null ? null : new BigDecimal(maximum),
                step == null ? null : new BigDecimal(step),
                direction,
                source);
    }
}
