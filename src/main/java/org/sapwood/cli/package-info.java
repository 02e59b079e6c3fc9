/** Words to the pipeline, and its refusals to exit codes and one line per problem. */
@NullMarked
package org.sapwood.cli;

import org.jspecify.annotations.NullMarked;
