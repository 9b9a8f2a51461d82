/**
 * The tools this platform trusts: preconfigured, or by LTI Dynamic Registration.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.registration;

import org.jspecify.annotations.NullMarked;
