package org.sapwood.stats.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A main effect or an interaction.
 *
 * @param variables one for a main effect, the interacting variables otherwise
 */
public record Term(List<String> variables) {
    public Term {
        variables = List.copyOf(variables);
        if (variables.isEmpty() || Set.copyOf(variables).size() != variables.size()) {
            throw new IllegalArgumentException("a term needs distinct variables, found " + variables);
        }
    }

    /**
     * A main effect or an interaction.
     *
     * @param variables the variables
     * @return the term
     */
    public static Term of(String... variables) {
        return new Term(List.of(variables));
    }

    /**
     * Reads a model's fixed effects. {@code a:b} is an interaction, {@code a*b} stands for {@code a, b, a:b}. Main
     * effects come first, then interactions by their order; within an interaction the variables follow the order of
     * the main effects. A term written twice counts once.
     *
     * @param formula for example {@code ["BASE", "ARM*AVISIT"]}
     * @return the terms, in model order
     */
    public static List<Term> parse(List<String> formula) {
        List<Set<String>> sets = new ArrayList<>();
        for (String text : formula) {
            List<Set<String>> crossed = new ArrayList<>();
            for (String part : text.split("\\*", -1)) {
                Set<String> interaction = new LinkedHashSet<>();
                for (String variable : part.split(":", -1)) {
                    if (variable.isBlank()) {
                        throw new IllegalArgumentException("cannot read the model term \"" + text + "\"");
                    }
                    interaction.add(variable.strip());
                }
                List<Set<String>> products = new ArrayList<>();
                products.add(interaction);
                for (Set<String> earlier : crossed) {
                    Set<String> product = new LinkedHashSet<>(earlier);
                    product.addAll(interaction);
                    products.add(product);
                }
                crossed.addAll(products);
            }
            sets.addAll(crossed);
        }
        // variables in the order of their main effects, then of first mention
        Set<String> order = new LinkedHashSet<>();
        sets.stream().filter(set -> set.size() == 1).forEach(order::addAll);
        sets.forEach(order::addAll);
        List<String> position = List.copyOf(order);
        return sets.stream()
                .map(set -> new Term(set.stream()
                        .sorted(Comparator.comparingInt(position::indexOf))
                        .toList()))
                .distinct()
                .sorted(Comparator.comparingInt(Term::order))
                .toList();
    }

    /** {@return 1 for a main effect, 2 for a two-way interaction, …} */
    public int order() {
        return variables.size();
    }

    /** {@return whether every variable of the other term is also in this one} */
    public boolean contains(Term other) {
        return variables.containsAll(other.variables);
    }

    /** {@return the term as written in a formula, for example {@code ARM:AVISIT}} */
    public String label() {
        return String.join(":", variables);
    }

    /** {@return every variable of the terms, in order of first mention} */
    public static Set<String> variablesOf(List<Term> terms) {
        return terms.stream()
                .flatMap(term -> term.variables().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
