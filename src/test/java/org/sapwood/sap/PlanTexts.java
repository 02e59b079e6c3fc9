package org.sapwood.sap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.sapwood.yaml.Complaints;
import org.sapwood.yaml.YamlDocument;
import org.sapwood.yaml.YamlMapping;

/** Pieces of plans for tests of what plans say. */
public final class PlanTexts {
    private static final String FACTS = "facts: {dataset: adie, name: IETESTCD, reference: SCRNDT}\n";

    private PlanTexts() {}

    private static YamlMapping yaml(String text, Complaints complaints) {
        return YamlDocument.parse(text, "plan.yaml", complaints).orElseThrow();
    }

    private static Names names() {
        Names names = new Names();
        names.declare("dataset", List.of("adie", "adex"));
        names.declare("arm", List.of("il2", "placebo"));
        return names;
    }

    /** {@return a criterion from its text, for example {@code {flag: consent}}} */
    public static Criterion criterion(String when) {
        Complaints complaints = new Complaints();
        EligibilitySpec spec = new EligibilityReader(names())
                .read(yaml(FACTS + "inclusion: {I01: {label: rule, when: " + when + "}}", complaints));
        assertThat(complaints.lines()).isEmpty();
        return spec.rules().get(0).when();
    }

    /** {@return what the reader says of a criterion that cannot be meant} */
    static List<String> complaintsAbout(String when) {
        Complaints complaints = new Complaints();
        new EligibilityReader(names())
                .read(yaml(FACTS + "inclusion: {I01: {label: rule, when: " + when + "}}", complaints));
        return complaints.lines();
    }

    /** {@return a dosing section from its regimens} */
    static DosingSpec dosing(String regimens, Complaints complaints) {
        return new DosingReader(names())
                .read(yaml(
                        "dataset: adex\nday: ASTDY\ndose: EXDOSE\nunit: IU\nregimens: " + regimens + "\n", complaints));
    }

    /** {@return a calendar from its text, for example {@code {every: 2, from: 1, to: 84}}} */
    public static Regimen calendar(String days) {
        Complaints complaints = new Complaints();
        DosingSpec spec = dosing("{r: {arm: il2, days: " + days + "}}", complaints);
        assertThat(complaints.lines()).isEmpty();
        return spec.regimens().get(0).days();
    }

    /** {@return a shipped plan} */
    public static Sap shipped(String name) {
        Complaints complaints = new Complaints();
        return SapReader.read(Path.of("sap/" + name + ".yaml"), name, complaints)
                .orElseThrow(() -> new AssertionError(complaints.toString()));
    }
}
