/**
 * The operator's pages about grades: what is owed to a platform, what became of each
 * grade and why, what the gradebook holds otherwise; and the buttons that send again and
 * look again.
 */
@ApplicationModule(allowedDependencies = { "admin", "console", "grades", "learning", "people", "registration" })
@NullMarked
package com.humantraffickingexperts.lti.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
