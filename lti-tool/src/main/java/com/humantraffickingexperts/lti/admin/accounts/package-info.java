/** Administrators' accounts: roles, passwords, passkeys, one-time links. */
@NullMarked
package com.humantraffickingexperts.lti.admin.accounts;

import org.jspecify.annotations.NullMarked;
