/**
 * Response in idiopathic inflammatory myopathy: the six core set measures, the 2016 ACR/EULAR total improvement score,
 * the IMACS preliminary definition of improvement, and confirmed deterioration.
 */
@NullMarked
package org.sapwood.endpoint.myositis;

import org.jspecify.annotations.NullMarked;
