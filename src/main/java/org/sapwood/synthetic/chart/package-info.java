/**
 * What any trial of a drug added to standard therapy writes down about a person, whatever the disease: visits and
 * events, a glucocorticoid diary, doses given, eligibility facts, laboratory values and adverse events, all invented.
 */
@NullMarked
package org.sapwood.synthetic.chart;

import org.jspecify.annotations.NullMarked;
