package com.humantraffickingexperts.lti.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs a test class once on each database product. Its constructor takes the
 * {@link TestDatabase.Product}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("database")
@ParameterizedClass(name = "on {0}")
@MethodSource("com.humantraffickingexperts.lti.database.TestDatabase#products")
public @interface OnEachDatabase {

}
