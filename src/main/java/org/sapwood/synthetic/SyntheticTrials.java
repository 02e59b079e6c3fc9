package org.sapwood.synthetic;

import java.util.List;
import java.util.Optional;
import org.sapwood.synthetic.dermatomyositis.DermatomyositisTrial;
import org.sapwood.synthetic.lupus.LupusTrial;
import org.sapwood.synthetic.myositis.MyositisTrial;
import org.sapwood.synthetic.pilot.PilotTrial;
import org.sapwood.synthetic.polymyalgia.PolymyalgiaTrial;

/** The catalogue of trials whose data can be invented: one explicit list. */
public final class SyntheticTrials {
    private static final List<TrialGenerator> ALL = List.of(
            new DermatomyositisTrial(),
            new PilotTrial(),
            new MyositisTrial(),
            new PolymyalgiaTrial(),
            new LupusTrial());

    private SyntheticTrials() {}

    /** {@return every generator, in catalogue order} */
    public static List<TrialGenerator> all() {
        return ALL;
    }

    /** {@return the registry numbers of all trials} */
    public static List<String> protocols() {
        return ALL.stream().map(TrialGenerator::protocol).toList();
    }

    /** {@return the generator of the trial with that registry number} */
    public static Optional<TrialGenerator> of(String protocol) {
        return ALL.stream().filter(trial -> trial.protocol().equals(protocol)).findFirst();
    }
}
