/**
 * The conformance cases of login, launch, keys and storage, played against the whole tool
 * over HTTP. The cases are data ({@code conformance/cases.json}); what this project's
 * contract says differently from them, and what is proved elsewhere, is data as well.
 */
@NullMarked
package com.humantraffickingexperts.lti.conformance;

import org.jspecify.annotations.NullMarked;
