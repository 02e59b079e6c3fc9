package org.sapwood.synthetic;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Invents the analysis datasets of one trial. Nobody's data go into them; the same number of subjects and the same seed
 * give the same bytes.
 */
public interface TrialGenerator {

    /** {@return the registry number of the trial, as a plan's {@code study: protocol:} names it} */
    String protocol();

    /** {@return how many subjects the trial has, or plans} */
    int subjects();

    /** {@return one sentence: the design, and which published results the data reproduce} */
    String describe();

    /**
     * Writes the datasets as CSV, and a {@code README.md} that begins with the words SYNTHETIC DATA.
     *
     * @param subjects how many subjects enter treatment; screening failures come on top
     * @param seed the root of every random stream
     * @param folder where to write; made when absent
     * @throws IllegalArgumentException when the trial cannot be invented with so many subjects
     * @throws IOException when a file cannot be written
     */
    void generate(int subjects, long seed, Path folder) throws IOException;
}
