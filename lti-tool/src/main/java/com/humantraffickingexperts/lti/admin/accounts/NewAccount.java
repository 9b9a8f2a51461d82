package com.humantraffickingexperts.lti.admin.accounts;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.admin.AdminRole;
import com.humantraffickingexperts.lti.registration.InstitutionId;

/**
 * An account to be made.
 *
 * @param name the person's name, 1 to 100 characters
 * @param email the person's e-mail address, 3 to 254 characters
 * @param role what the person may do
 * @param institution whose administrator it is to be; null for an operator
 */
public record NewAccount(String name, String email, AdminRole role, @Nullable InstitutionId institution) {
}
