package org.sapwood.synthetic.polymyalgia;

import java.math.BigDecimal;
import org.sapwood.synthetic.chart.Person;

/**
 * A screened person with polymyalgia rheumatica, before treatment.
 *
 * @param person who
 * @param durationMonths months since diagnosis
 * @param isRelapsing whether the disease had relapsed; otherwise it is new
 * @param pain the patient's pain, cm
 * @param physician the physician's global activity, cm
 * @param patient the patient's global activity, cm
 * @param stiffness minutes in the morning
 * @param elevation of the upper limbs, 0 (above the shoulder) to 3 (none), before rounding
 * @param disability the health assessment index
 * @param reactiveProtein C-reactive protein, mg/L
 * @param sedimentation erythrocyte sedimentation rate, mm/h
 * @param steroid prednisone-equivalent mg per day
 * @param background the conventional antirheumatic drug, or NONE
 */
record Patient(
        Person person,
        double durationMonths,
        boolean isRelapsing,
        double pain,
        double physician,
        double patient,
        double stiffness,
        double elevation,
        double disability,
        double reactiveProtein,
        double sedimentation,
        BigDecimal steroid,
        String background) {}
