/**
 * Names and Role Provisioning Services 2.0.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.nrps;

import org.jspecify.annotations.NullMarked;
