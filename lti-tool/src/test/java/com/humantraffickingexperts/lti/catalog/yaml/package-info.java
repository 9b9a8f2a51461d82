/** Tests of reading YAML. */
@NullMarked
package com.humantraffickingexperts.lti.catalog.yaml;

import org.jspecify.annotations.NullMarked;
