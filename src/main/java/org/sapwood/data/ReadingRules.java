package org.sapwood.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a plan declares about a data file, where the file itself does not say it.
 *
 * @param kinds declared kinds by variable; other variables follow the format, or for text files their content
 * @param missingCodes cell texts that mean missing in text files, besides the empty cell
 * @param delimiter the separator of a text file
 * @param encoding the character set; empty for the default of the format (UTF-8, or ASCII in SAS transport files)
 * @param member the dataset to read from a file that holds several
 * @param expectedRecords the number of records the sender declared
 * @param emptiness whether a file without records is acceptable
 */
public record ReadingRules(
        Map<String, Variable.Kind> kinds,
        Set<String> missingCodes,
        char delimiter,
        Optional<String> encoding,
        Optional<String> member,
        OptionalInt expectedRecords,
        Emptiness emptiness) {

    /** Whether a file without records is acceptable. */
    public enum Emptiness {
        REFUSED,
        ALLOWED
    }

    /** The identifiers that are text whatever they look like. */
    public static final Set<String> IDENTIFIERS = Collections.unmodifiableSet(
            new LinkedHashSet<>(List.of("STUDYID", "USUBJID", "SUBJID", "SITEID", "INVID", "PARAMCD")));

    /** Nothing declared: comma-separated UTF-8, identifiers as text, no file without records. */
    public static final ReadingRules DEFAULT = new ReadingRules(
            Map.of(), Set.of(), ',', Optional.empty(), Optional.empty(), OptionalInt.empty(), Emptiness.REFUSED);

    public ReadingRules {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        missingCodes = Collections.unmodifiableSet(new LinkedHashSet<>(missingCodes));
    }

    /** {@return these rules with some variables declared as text}
     *
     * @param textVariables the variables
     */
    public ReadingRules withText(Set<String> textVariables) {
        Map<String, Variable.Kind> all = new LinkedHashMap<>(kinds);
        textVariables.forEach(name -> all.put(name, Variable.Kind.TEXT));
        return withKinds(all);
    }

    /** {@return these rules with other declared kinds}
     *
     * @param declared the kinds by variable
     */
    public ReadingRules withKinds(Map<String, Variable.Kind> declared) {
        return new ReadingRules(declared, missingCodes, delimiter, encoding, member, expectedRecords, emptiness);
    }

    /** {@return these rules with other missing codes}
     *
     * @param codes the cell texts
     */
    public ReadingRules withMissingCodes(Set<String> codes) {
        return new ReadingRules(kinds, codes, delimiter, encoding, member, expectedRecords, emptiness);
    }

    /** {@return these rules with another delimiter}
     *
     * @param separator the delimiter
     */
    public ReadingRules withDelimiter(char separator) {
        return new ReadingRules(kinds, missingCodes, separator, encoding, member, expectedRecords, emptiness);
    }

    /** {@return these rules with a character set}
     *
     * @param name the name of the character set
     */
    public ReadingRules withEncoding(String name) {
        return new ReadingRules(kinds, missingCodes, delimiter, Optional.of(name), member, expectedRecords, emptiness);
    }

    /** {@return these rules for one dataset of a file that holds several}
     *
     * @param name the dataset
     */
    public ReadingRules withMember(String name) {
        return new ReadingRules(
                kinds, missingCodes, delimiter, encoding, Optional.of(name), expectedRecords, emptiness);
    }

    /** {@return these rules with a declared number of records}
     *
     * @param records the number
     */
    public ReadingRules withExpectedRecords(int records) {
        return new ReadingRules(kinds, missingCodes, delimiter, encoding, member, OptionalInt.of(records), emptiness);
    }

    /** {@return these rules with files without records refused or allowed}
     *
     * @param empty which
     */
    public ReadingRules withEmptiness(Emptiness empty) {
        return new ReadingRules(kinds, missingCodes, delimiter, encoding, member, expectedRecords, empty);
    }

    /** {@return the declared kind of a variable, text for an identifier, or empty when nothing is declared}
     *
     * @param variable the variable
     */
    public Optional<Variable.Kind> kindOf(String variable) {
        Variable.Kind declared = kinds.get(variable);
        if (declared != null) {
            return Optional.of(declared);
        }
        return IDENTIFIERS.contains(variable) ? Optional.of(Variable.Kind.TEXT) : Optional.empty();
    }
}
