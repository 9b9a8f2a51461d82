/**
 * YAML 1.2 as course packages use it: plain data with line numbers. Anchors, tags and
 * repeated keys are refused, so that what a reviewer reads is what the tool reads.
 */
@NullMarked
package com.humantraffickingexperts.lti.catalog.yaml;

import org.jspecify.annotations.NullMarked;
