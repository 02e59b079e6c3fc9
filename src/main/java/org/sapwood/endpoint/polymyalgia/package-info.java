/** Disease activity, remission and flare in polymyalgia rheumatica by the activity score PMR-AS. */
@NullMarked
package org.sapwood.endpoint.polymyalgia;

import org.jspecify.annotations.NullMarked;
