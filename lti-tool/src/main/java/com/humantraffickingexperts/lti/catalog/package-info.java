/**
 * Reads, checks and lists course packages. {@link Catalog} is what others ask; the
 * sub-packages are its own: {@code source} reads files, {@code yaml} and {@code markdown}
 * what is in them, {@code check} judges, {@code trace} follows facts to their sheets,
 * {@code web} shows a module's card.
 */
@ApplicationModule(allowedDependencies = "web")
@NullMarked
package com.humantraffickingexperts.lti.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
