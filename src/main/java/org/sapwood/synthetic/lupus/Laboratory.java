package org.sapwood.synthetic.lupus;

import java.util.EnumSet;
import java.util.List;
import org.sapwood.endpoint.lupus.SledaiItem;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Grades;
import org.sapwood.synthetic.chart.LaboratoryValues;
import org.sapwood.synthetic.chart.LaboratoryValues.Test;
import org.sapwood.synthetic.chart.Visit;

/**
 * Blood and urine of one followed patient at weeks 0, 12 and 24, in keeping with the SLEDAI items: low complement, white
 * cells, platelets, proteinuria and sediment agree with what was scored. Antibodies are those that Table 2 summarises.
 */
final class Laboratory {
    private static final Test ANTI_DNA = new Test("IMMUNOLOGY", "DSDNA", "Anti-dsDNA Antibody", "IU/mL", "0", "100", 2);
    private static final Test ANTI_NUCLEOSOME =
            new Test("IMMUNOLOGY", "ANUA", "Anti-Nucleosome Antibody", "IU/mL", "0", "20", 2);
    private static final Test ANA =
            new Test("IMMUNOLOGY", "ANA", "Antinuclear Antibody, Reciprocal Titre", "", "", "80", 0);
    private static final Test IGG = new Test("IMMUNOLOGY", "IGG", "Immunoglobulin G", "g/L", "7.0", "16.0", 1);
    private static final Test C3 = new Test("IMMUNOLOGY", "C3", "Complement C3", "g/L", "0.80", "1.80", 2);
    private static final Test C4 = new Test("IMMUNOLOGY", "C4", "Complement C4", "g/L", "0.10", "0.40", 3);
    private static final Test PROTEIN = new Test("URINALYSIS", "UPROT24", "Urine Protein", "g/24 h", "0", "0.15", 2);
    private static final Test SEDIMENT =
            new Test("URINALYSIS", "SEDINACT", "Urinary Sediment Inactive (1 Yes)", "", "", "", 0);
    private static final Test ALBUMIN = new Test("CHEMISTRY", "ALB", "Albumin", "g/L", "40", "55", 1);
    private static final Test CREATININE =
            new Test("CHEMISTRY", "CREAT", "Creatinine", "umol/L", "44", "97", 0).graded(Grades.CREATININE);
    private static final Test ALT =
            new Test("CHEMISTRY", "ALT", "Alanine Aminotransferase", "U/L", "0", "40", 0).graded(Grades.TRANSAMINASE);
    private static final Test AST =
            new Test("CHEMISTRY", "AST", "Aspartate Aminotransferase", "U/L", "0", "40", 0).graded(Grades.TRANSAMINASE);
    private static final Test WHITE = new Test("HAEMATOLOGY", "WBC", "Leukocytes", "10^9/L", "3.5", "9.5", 2);
    private static final Test PLATELETS = new Test("HAEMATOLOGY", "PLAT", "Platelets", "10^9/L", "125", "350", 0);
    private static final Test HAEMOGLOBIN = new Test("HAEMATOLOGY", "HGB", "Haemoglobin", "g/L", "115", "150", 0);
    private static final Test EOSINOPHILS = new Test("HAEMATOLOGY", "EOS", "Eosinophils", "10^9/L", "0.02", "0.52", 2);
    private final Patient patient;
    private final Activity activity;
    private final SledaiItems items;
    private final boolean[] lowerTitre;
    private final Draws draws;

    /**
     * The laboratory of a patient.
     *
     * @param lowerTitre whether the antinuclear titre is lower than at baseline at weeks 12 and 24
     */
    Laboratory(Patient patient, Activity activity, SledaiItems items, boolean[] lowerTitre, long seed) {
        this.patient = patient;
        this.activity = activity;
        this.items = items;
        this.lowerTitre = lowerTitre.clone();
        this.draws = Draws.of(seed, patient.person().number(), Draws.Stream.LABORATORY);
    }

    void write(LaboratoryValues values) {
        double titre = draws.oneOf(List.of(320.0, 640.0, 1_280.0, 2_560.0));
        double creatinine = draws.uniform(48, 88);
        double globulin = draws.uniform(11, 24);
        double transaminase = draws.uniform(12, 34);
        double white = draws.uniform(3.6, 8.5);
        double platelets = draws.uniform(140, 300);
        double haemoglobin = draws.uniform(98, 138);
        double eosinophils = draws.uniform(0.05, 0.25);
        double protein = draws.uniform(0.8, 4.2);
        for (Visit visit : patient.journey().visits()) {
            int at = Activity.WEEKS.indexOf(visit.week());
            if (at < 0) {
                continue;
            }
            EnumSet<SledaiItem> now = items.of(at, patient.place());
            put(values, visit, ANTI_DNA, activity.antiDna(at)[patient.place()] / 100.0);
            put(values, visit, ANTI_NUCLEOSOME, activity.antiNucleosome(at)[patient.place()] / 100.0);
            put(values, visit, ANA, at > 0 && lowerTitre[at - 1] ? titre / 2 : titre);
            put(values, visit, IGG, globulin * (at == 0 ? 1 : draws.uniform(0.75, 1)));
            boolean low = now.contains(SledaiItem.LOW_COMPLEMENT);
            put(values, visit, C3, low ? draws.uniform(0.35, 0.76) : draws.uniform(0.82, 1.25));
            put(values, visit, C4, low ? draws.uniform(0.03, 0.15) : draws.uniform(0.11, 0.26));
            writeKidney(values, visit, at, now, protein, creatinine);
            values.write(patient.person(), patient.journey(), visit, ALT, transaminase * draws.logNormal(1, 0.2));
            values.write(patient.person(), patient.journey(), visit, AST, transaminase * draws.logNormal(0.9, 0.2));
            put(
                    values,
                    visit,
                    WHITE,
                    now.contains(SledaiItem.LEUKOPENIA) ? draws.uniform(1.8, 2.9) : white * draws.logNormal(1, 0.08));
            put(
                    values,
                    visit,
                    PLATELETS,
                    now.contains(SledaiItem.THROMBOCYTOPENIA)
                            ? draws.uniform(45, 98)
                            : platelets * draws.logNormal(1, 0.08));
            put(values, visit, HAEMOGLOBIN, haemoglobin + (at == 0 ? 0 : draws.uniform(-3, 9)));
            boolean raised = patient.arm() == Arm.INTERLEUKIN && at == 1;
            put(values, visit, EOSINOPHILS, eosinophils * (raised ? draws.uniform(1.1, 2.4) : draws.uniform(0.8, 1.2)));
        }
    }

    private void writeKidney(
            LaboratoryValues values, Visit visit, int at, EnumSet<SledaiItem> now, double protein, double creatinine) {
        boolean nephritis = items.hasNephritis(patient.place());
        boolean remission = at > 0 && items.inRemission(at, patient.place());
        boolean active = now.contains(SledaiItem.HAEMATURIA)
                || now.contains(SledaiItem.PYURIA)
                || now.contains(SledaiItem.URINARY_CASTS);
        double loss = draws.uniform(0.04, 0.12);
        if (now.contains(SledaiItem.PROTEINURIA)) {
            loss = Math.max(0.55, protein * (at == 0 ? 1 : draws.uniform(0.3, 0.9)));
        } else if (remission) {
            loss = draws.uniform(0.05, 0.27);
        } else if (nephritis) {
            loss = draws.uniform(0.31, 0.48);
        }
        put(values, visit, PROTEIN, loss);
        put(values, visit, SEDIMENT, active ? 0 : 1);
        put(values, visit, ALBUMIN, loss > 0.5 ? draws.uniform(27, 37) : draws.uniform(36.5, 45));
        double change = at == 0 ? 1 : draws.uniform(0.88, remission || !nephritis ? 1.08 : 1.2);
        values.write(patient.person(), patient.journey(), visit, CREATININE, creatinine * change);
    }

    private void put(LaboratoryValues values, Visit visit, Test test, double value) {
        values.write(patient.person(), patient.journey(), visit, test, value);
    }
}
