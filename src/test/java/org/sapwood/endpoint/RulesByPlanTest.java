package org.sapwood.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sapwood.data.DataRejected;

/** Rules of the catalogue as plans name them: inputs, items, settings, baseline and the visit before. */
class RulesByPlanTest {

    @Test
    void polymyalgiaScoresHaveABaselineAndFlaresLookBack() {
        // CRP 20 mg/L + pain 5 + physician 4 + 60 min + 1 = 2 + 5 + 4 + 6 + 1 = 18; then 0.5 + 0 + 0 + 0 + 0 = 0.5;
        // then 1 + 3 + 2 + 1 + 0 = 7, up 6.5, no flare; then 0.5 + 4 + 3 + 6 + 0.6 … = 13.5, at least 9.35.
        Endpoints endpoints = new SmallTrial().with("adqs", """
            USUBJID,AVISIT,PARAMCD,AVAL
            01,BASELINE,CRP,20
            01,BASELINE,PAIN,5
            01,BASELINE,PHYS,4
            01,BASELINE,STIFF,60
            01,BASELINE,LIMBS,1
            01,WEEK 4,CRP,5
            01,WEEK 4,PAIN,0
            01,WEEK 4,PHYS,0
            01,WEEK 4,STIFF,0
            01,WEEK 4,LIMBS,0
            01,WEEK 8,CRP,10
            01,WEEK 8,PAIN,3
            01,WEEK 8,PHYS,2
            01,WEEK 8,STIFF,10
            01,WEEK 8,LIMBS,0
            01,WEEK 12,CRP,5
            01,WEEK 12,PAIN,4
            01,WEEK 12,PHYS,3
            01,WEEK 12,STIFF,60
            01,WEEK 12,LIMBS,0
            02,WEEK 4,CRP,5
            02,WEEK 4,PAIN,1
            01,BASELINE,DOSE,15
            01,WEEK 4,DOSE,6
            01,WEEK 8,DOSE,5
            01,WEEK 12,DOSE,5
            01,WEEK 8,SYMPT,1
            01,WEEK 8,FLARED,0
            01,WEEK 12,SYMPT,0
            01,WEEK 12,FLARED,0
            """).endpoints("""
                crp: {label: CRP, dataset: adqs, where: {PARAMCD: CRP}}
                pain: {label: Pain, dataset: adqs, where: {PARAMCD: PAIN}}
                phys: {label: Physician, dataset: adqs, where: {PARAMCD: PHYS}}
                stiff: {label: Stiffness, dataset: adqs, where: {PARAMCD: STIFF}}
                limbs: {label: Limbs, dataset: adqs, where: {PARAMCD: LIMBS}}
                dose: {label: Dose, dataset: adqs, where: {PARAMCD: DOSE}}
                free: {label: Free, dataset: adqs, where: {PARAMCD: SYMPT}}
                flared: {label: Flared, dataset: adqs, where: {PARAMCD: FLARED}}
                score:
                  label: PMR-AS
                  rule: pmr-as
                  inputs: {crp: crp, pain: pain, physician-global: phys, stiffness: stiff, upper-limbs: limbs}
                remission: {label: Remission, rule: pmr-remission, inputs: {pmr-as: score}}
                flare: {label: Flare, rule: pmr-flare, inputs: {pmr-as: score}}
                strict: {label: Flare, rule: pmr-flare, inputs: {pmr-as: score}, settings: {rise: 6.5, limits: inclusive}}
                spared: {label: Spared, rule: semaphore-response, inputs: {pmr-as: score, dose: dose}}
                kept:
                  label: Kept
                  rule: pmr-sustained-remission
                  inputs: {remission: free, flare: flared, crp: crp}
                  settings: {from-week: 8, crp-below: 10.1, taper: ignored}
                """);
        assertThat(SmallTrial.values(endpoints, "score"))
                .containsExactly(
                        "01 BASELINE=18",
                        "01 WEEK 4=0.5",
                        "01 WEEK 8=7",
                        "01 WEEK 12=13.5",
                        "02 BASELINE=? PMR-AS parts missing: CRP, pain, physician global, morning stiffness, elevation"
                                + " of upper limbs",
                        "02 WEEK 4=? PMR-AS parts missing: physician global, morning stiffness, elevation of upper"
                                + " limbs",
                        "02 WEEK 8=? PMR-AS parts missing: CRP, pain, physician global, morning stiffness, elevation of"
                                + " upper limbs",
                        "02 WEEK 12=? PMR-AS parts missing: CRP, pain, physician global, morning stiffness, elevation"
                                + " of upper limbs");
        assertThat(of(endpoints, "remission"))
                .containsExactly("01 BASELINE=0", "01 WEEK 4=1", "01 WEEK 8=0", "01 WEEK 12=0");
        assertThat(of(endpoints, "flare")).containsExactly("01 WEEK 4=0", "01 WEEK 8=0", "01 WEEK 12=1");
        assertThat(of(endpoints, "strict")).containsExactly("01 WEEK 4=0", "01 WEEK 8=1", "01 WEEK 12=1");
        // Week 4: 6 mg is neither at most 5 nor lower by 10; week 8: 7 < 10 with 5 mg; week 12: 13.5 is not below 10.
        assertThat(of(endpoints, "spared")).containsExactly("01 WEEK 4=0", "01 WEEK 8=1", "01 WEEK 12=0");
        // From week 8: free of symptoms there, no flare and CRP 10 and 5; symptoms at week 12 do not matter.
        assertThat(of(endpoints, "kept")).containsExactly("01 WEEK 8=1", "01 WEEK 12=1");
    }

    private static List<String> of(Endpoints endpoints, String id) {
        return SmallTrial.values(endpoints, id).stream()
                .filter(line -> !line.contains("?"))
                .toList();
    }

    private static String bilag(String visit, String letters) {
        StringBuilder csv = new StringBuilder();
        String[] systems = {
            "CONSTITUTIONAL",
            "MUCOCUTANEOUS",
            "NEUROPSYCHIATRIC",
            "MUSCULOSKELETAL",
            "CARDIORESPIRATORY",
            "GASTROINTESTINAL",
            "OPHTHALMIC",
            "RENAL",
            "HAEMATOLOGICAL"
        };
        for (int i = 0; i < systems.length; i++) {
            csv.append("01,")
                    .append(visit)
                    .append(",BILAG,BILAG-")
                    .append(systems[i])
                    .append(",")
                    .append(letters.charAt(i))
                    .append(",\n");
        }
        return csv.toString();
    }

    private static final String LUPUS = """
        sledai: {label: SLEDAI, dataset: adqs, where: {PARAMCD: SLEDAI}}
        pga: {label: PGA, dataset: adqs, where: {PARAMCD: PGA}}
        points: {label: BILAG, rule: bilag-numeric, items: &bilag {dataset: adqs, where: {PARCAT1: BILAG}, value: AVALC}}
        active: {label: Active, rule: bilag-one-a-or-two-b, items: *bilag}
        sri: {label: SRI-4, rule: sri-4, inputs: {sledai: sledai, physician-global: pga}, items: *bilag}
        sri-5: {label: SRI-5, rule: sri-4, inputs: {sledai: sledai, physician-global: pga}, items: *bilag, settings: {sledai-points: 5}}
        fell: {label: Fell, rule: sri-sledai, inputs: {sledai: sledai}}
        no-new: {label: No new, rule: sri-bilag, items: *bilag}
        steady: {label: Steady, rule: sri-physician, inputs: {physician-global: pga}}
        """;

    @Test
    void lupusIndicesComeFromLettersAndScores() {
        Endpoints endpoints = new SmallTrial()
                .with(
                        "adqs",
                        "USUBJID,AVISIT,PARCAT1,PARAMCD,AVALC,AVAL\n" + bilag("BASELINE", "BBCDDDDCE")
                                + bilag("WEEK 4", "CBBDDDDCE") + bilag("WEEK 8", "CABDDDDBE") + """
                                01,BASELINE,SCORE,SLEDAI,,12
                                01,WEEK 4,SCORE,SLEDAI,,8
                                01,WEEK 8,SCORE,SLEDAI,,6
                                01,BASELINE,SCORE,PGA,,1.5
                                01,WEEK 4,SCORE,PGA,,1.7
                                01,WEEK 8,SCORE,PGA,,1.8
                                """)
                .endpoints(LUPUS);
        // Baseline B B C D D D D C E = 8 + 8 + 1 + 1 = 18; week 4 C B B … = 1 + 8 + 8 + 1; week 8 C A B … B = 1 + 12 +
        // 8 + 8.
        assertThat(SmallTrial.values(endpoints, "points"))
                .containsExactly("01 BASELINE=18", "01 WEEK 4=18", "01 WEEK 8=29");
        assertThat(SmallTrial.values(endpoints, "active"))
                .containsExactly("01 BASELINE=1", "01 WEEK 4=1", "01 WEEK 8=1");
        assertThat(SmallTrial.values(endpoints, "fell")).containsExactly("01 WEEK 4=1", "01 WEEK 8=1");
        // Week 4 has one new B, which is allowed; week 8 a new A.
        assertThat(SmallTrial.values(endpoints, "no-new")).containsExactly("01 WEEK 4=1", "01 WEEK 8=0");
        assertThat(SmallTrial.values(endpoints, "steady")).containsExactly("01 WEEK 4=1", "01 WEEK 8=0");
        assertThat(SmallTrial.values(endpoints, "sri")).containsExactly("01 WEEK 4=1", "01 WEEK 8=0");
        assertThat(SmallTrial.values(endpoints, "sri-5")).containsExactly("01 WEEK 4=0", "01 WEEK 8=0");
        assertThat(endpoints.of("sri").origin("01", "WEEK 4").in("adqs")).hasSize(22);
    }

    @Test
    void questionnairesComeFromItems() {
        // Worst items 1, 2, 3, 0, 1, 2 of six categories; the aid raises walking from 0 to 2: (1+2+3+2+1+2)/6 = 11/6.
        String header = "USUBJID,AVISIT,PARAMCD,AVAL\n";
        String answers = """
            01,BASELINE,DRESSING-AND-GROOMING-1,1
            01,BASELINE,DRESSING-AND-GROOMING-2,0
            01,BASELINE,Q3,2
            01,BASELINE,EATING-1,3
            01,BASELINE,WALKING-1,0
            01,BASELINE,WALKING-AID,1
            01,BASELINE,HYGIENE-2,1
            01,BASELINE,REACH-2,2
            """;
        String plan = """
            haq: {label: HAQ-DI, rule: haq-di, items: {dataset: adqs, names: {Q3: arising-1}}}
            haq-plain: {label: HAQ-DI, rule: haq-di, items: {dataset: adqs, names: {Q3: arising-1}}, settings: {aids: ignored}}
            """;
        Endpoints endpoints = new SmallTrial().with("adqs", header + answers).endpoints(plan);
        assertThat(SmallTrial.values(endpoints, "haq")).containsExactly("01 BASELINE=1.8333333333333333333");
        assertThat(SmallTrial.values(endpoints, "haq-plain")).containsExactly("01 BASELINE=1.5");
        assertThatThrownBy(() -> new SmallTrial()
                        .with("adqs", header + answers + "01,BASELINE,WALKING-3,1\n01,BASELINE,Q3,1\n")
                        .endpoints(plan)
                        .of("haq"))
                .isInstanceOf(DataRejected.class)
                .hasMessageContaining("adqs.csv line 10")
                .hasMessageContaining("rule \"haq-di\" has no item \"WALKING-3\"")
                .hasMessageContaining("subject 01 has two records of item \"Q3\" at visit \"BASELINE\"");
        assertThatThrownBy(() -> new SmallTrial()
                        .with("adqs", header + answers.replace("EATING-1,3", "EATING-1,4"))
                        .endpoints(plan)
                        .of("haq"))
                .isInstanceOf(DataRejected.class)
                .hasMessageContaining(
                        "endpoint \"haq\" of subject 01 at BASELINE: EATING: expected items in 0 to 3, found 4");
    }

    @Test
    void muscleSumsSkinResponsesAndEnzymesComeFromThePlan() {
        StringBuilder csv = new StringBuilder("USUBJID,AVISIT,PARCAT1,PARAMCD,AVAL\n01,BASELINE,MMT,NECK-FLEXORS,9\n");
        for (String side : List.of("RIGHT", "LEFT")) {
            for (String muscle : List.of(
                    "DELTOID",
                    "BICEPS-BRACHII",
                    "WRIST-EXTENSORS",
                    "GLUTEUS-MAXIMUS",
                    "GLUTEUS-MEDIUS",
                    "QUADRICEPS")) {
                csv.append("01,BASELINE,MMT," + side + "-" + muscle + "," + (side.equals("RIGHT") ? 8 : 10) + "\n");
            }
        }
        csv.append("01,BASELINE,MMT,LEFT-ANKLE-DORSIFLEXORS,7\n");
        csv.append("01,BASELINE,SKIN,CDASI,10\n01,WEEK 4,SKIN,CDASI,6\n01,WEEK 8,SKIN,CDASI,5\n");
        csv.append("02,BASELINE,SKIN,CDASI,4\n02,WEEK 4,SKIN,CDASI,0\n");
        // CK 1200 of 200 is 6 fold and 0.4 of its range; AST 80 of 40 is 2 fold and 2/3 of its range.
        csv.append("01,BASELINE,LAB,CK,1200\n01,BASELINE,LAB,AST,80\n01,WEEK 4,LAB,CK,400\n01,WEEK 4,LAB,AST,60\n");
        csv.append(
                "01,BASELINE,LIMIT,CK,200\n01,BASELINE,LIMIT,AST,40\n01,WEEK 4,LIMIT,CK,200\n01,WEEK 4,LIMIT,AST,40\n");
        csv.append("01,WEEK 8,LAB,AST,20\n01,WEEK 8,LIMIT,AST,40\n");
        Endpoints endpoints = new SmallTrial().with("adqs", csv.toString()).endpoints("""
            both: {label: Both, rule: mmt8-150, items: {dataset: adqs, where: {PARCAT1: MMT}}}
            one: {label: One, rule: mmt8-80, items: {dataset: adqs, where: {PARCAT1: MMT}}}
            skin: {label: Skin, dataset: adqs, where: {PARCAT1: SKIN}}
            skin-4: {label: Four, rule: cdasi-activity-4, inputs: {cdasi-activity: skin}}
            skin-half: {label: Half, rule: cdasi-activity-50-percent, inputs: {cdasi-activity: skin}}
            skin-low: {label: Low, rule: cdasi-activity-4, inputs: {cdasi-activity: skin}, settings: {smallest-baseline: 1}}
            ck: {label: CK, dataset: adqs, where: {PARCAT1: LAB, PARAMCD: CK}}
            ck-limit: {label: CK limit, dataset: adqs, where: {PARCAT1: LIMIT, PARAMCD: CK}}
            ast: {label: AST, dataset: adqs, where: {PARCAT1: LAB, PARAMCD: AST}}
            ast-limit: {label: AST limit, dataset: adqs, where: {PARCAT1: LIMIT, PARAMCD: AST}}
            fold: {label: Fold, rule: most-abnormal-enzyme, inputs: &enzymes {ck: ck, ck-limit: ck-limit, ast: ast, ast-limit: ast-limit}}
            fraction: {label: Fraction, rule: most-abnormal-enzyme, inputs: *enzymes, settings: {most-abnormal: fraction-of-range}}
            """);
        assertThat(SmallTrial.values(endpoints, "both"))
                .containsExactly("01 BASELINE=? muscles not assessed: ankle dorsiflexors right");
        // 9 + 6 × 8 + 7 from the left.
        assertThat(SmallTrial.values(endpoints, "one")).containsExactly("01 BASELINE=64");
        assertThat(of(endpoints, "skin-4")).containsExactly("01 WEEK 4=1", "01 WEEK 8=1");
        assertThat(of(endpoints, "skin-half")).containsExactly("01 WEEK 4=0", "01 WEEK 8=1");
        assertThat(of(endpoints, "skin-low")).containsExactly("01 WEEK 4=1", "01 WEEK 8=1", "02 WEEK 4=1");
        assertThat(SmallTrial.values(endpoints, "fold"))
                .containsExactly(
                        "01 BASELINE=6",
                        "01 WEEK 4=2",
                        "01 WEEK 8=? CK, the most abnormal enzyme at baseline, was not measured");
        assertThat(SmallTrial.values(endpoints, "fraction"))
                .containsExactly(
                        "01 BASELINE=0.66666666666666666667", "01 WEEK 4=0.5", "01 WEEK 8=0.16666666666666666667");
    }

    @Test
    void limitsOfQuantificationFollowThePlan() {
        Endpoints endpoints = new SmallTrial().with("adlb", """
            USUBJID,AVISIT,PARAMCD,AVALC
            01,BASELINE,IL6,8
            01,WEEK 4,IL6,<0.5
            01,WEEK 8,IL6,>500
            01,BASELINE,RASH,Y
            01,WEEK 4,RASH,N
            """).endpoints("""
                il6: {label: IL-6, dataset: adlb, where: {PARAMCD: IL6}, value: AVALC}
                half: {label: IL-6, dataset: adlb, where: {PARAMCD: IL6}, value: AVALC, below-limit: half}
                log: {label: log2 IL-6, logarithm-of: il6, below-limit: half}
                log-missing: {label: log2 IL-6, logarithm-of: il6}
                log10: {label: log10 IL-6, logarithm-of: half, base: 10}
                rash: {label: Rash, dataset: adlb, where: {PARAMCD: RASH}, value: AVALC, codes: {Y: 1, N: 0}}
                rashed: {label: Ever rash, ever: rash}
                """);
        assertThat(SmallTrial.values(endpoints, "il6"))
                .containsExactly(
                        "01 BASELINE=8", "01 WEEK 4=? IL-6 is below the limit of quantification 0.5", "01 WEEK 8=500");
        assertThat(SmallTrial.values(endpoints, "half")).contains("01 WEEK 4=0.25");
        assertThat(SmallTrial.values(endpoints, "log")).contains("01 BASELINE=3", "01 WEEK 4=-2");
        assertThat(SmallTrial.values(endpoints, "log-missing"))
                .contains("01 WEEK 4=? IL-6 is below the limit of quantification 0.5");
        assertThat(endpoints.of("log10").at("01", "WEEK 8").value()).isEqualByComparingTo("2.6989700043360187");
        assertThat(SmallTrial.values(endpoints, "rash")).containsExactly("01 BASELINE=1", "01 WEEK 4=0");
        assertThat(SmallTrial.values(endpoints, "rashed")).containsExactly("01 WEEK 4=0");
    }
}
