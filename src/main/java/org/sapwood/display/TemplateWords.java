package org.sapwood.display;

import java.util.Map;

/** The words in braces that a template takes from the plan. */
final class TemplateWords {
    private TemplateWords() {}

    /**
     * Fills in words.
     *
     * @param template the template's name, for complaints
     * @param text with names in braces
     * @param known words by name
     * @return the text without braces
     * @throws TemplateRejected when a name is unknown
     */
    static String fill(String template, String text, Map<String, String> known) {
        String filled = text;
        for (Map.Entry<String, String> word : known.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        if (filled.indexOf('{') >= 0) {
            throw new TemplateRejected("template " + template + " asks for a word in \"" + text
                    + "\" that the plan does not give. Known: " + known.keySet());
        }
        return filled;
    }
}
