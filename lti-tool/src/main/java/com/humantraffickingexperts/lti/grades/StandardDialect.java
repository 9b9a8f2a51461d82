package com.humantraffickingexperts.lti.grades;

/** Only what AGS 2.0 says. */
final class StandardDialect implements ScoreDialect {

}
