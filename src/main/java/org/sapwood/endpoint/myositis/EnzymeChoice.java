package org.sapwood.endpoint.myositis;

import java.util.Map;
import java.util.Optional;
import org.sapwood.endpoint.ExactRatio;

/**
 * The enzyme that is followed in one patient: the most abnormal one at baseline, kept for every later visit. A later
 * visit that lacks it has no enzyme component; enzymes are never swapped.
 *
 * @param enzyme the chosen enzyme
 * @param baseline its level at baseline
 * @param abnormality how abnormal it was, on the scale of the rule
 * @param tied whether another enzyme was exactly as abnormal, so that the fixed order CK, aldolase, LDH, AST, ALT decided
 */
public record EnzymeChoice(MuscleEnzyme enzyme, EnzymeLevel baseline, ExactRatio abnormality, boolean tied) {

    /**
     * Chooses.
     *
     * @param baseline the baseline visit
     * @param scales how abnormality is measured
     * @return the choice, empty when no enzyme was measured
     */
    public static Optional<EnzymeChoice> at(CoreSetMeasures baseline, CoreSetScales scales) {
        EnzymeChoice best = null;
        for (Map.Entry<MuscleEnzyme, EnzymeLevel> entry : baseline.enzymes().entrySet()) {
            MuscleEnzyme enzyme = entry.getKey();
            ExactRatio fold = entry.getValue().foldOfLimit();
            ExactRatio abnormality = switch (scales.mostAbnormal()) {
                case FOLD_OF_LIMIT -> fold;
                case FRACTION_OF_RANGE -> fold.dividedBy(ExactRatio.of(scales.multiple(enzyme)));
            };
            int order = best == null ? 1 : abnormality.compareTo(best.abnormality);
            if (best == null || order > 0) {
                best = new EnzymeChoice(enzyme, entry.getValue(), abnormality, false);
            } else if (order == 0) {
                best = new EnzymeChoice(best.enzyme, best.baseline, best.abnormality, true);
            }
        }
        return Optional.ofNullable(best);
    }
}
