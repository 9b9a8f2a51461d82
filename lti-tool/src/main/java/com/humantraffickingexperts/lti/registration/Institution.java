package com.humantraffickingexperts.lti.registration;

/**
 * Who uses the tool: a college, a police force, a council, a company. An institution has
 * one or more registrations.
 *
 * @param id our name for it
 * @param name its name, for people
 */
public record Institution(InstitutionId id, String name) {
}
