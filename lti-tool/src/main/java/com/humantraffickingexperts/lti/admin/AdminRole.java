package com.humantraffickingexperts.lti.admin;

/** What an administrator may do. */
public enum AdminRole {

	/** Runs the tool: sees and changes everything. */
	OPERATOR,
	/** Looks after one institution: its registrations and what belongs to them. */
	INSTITUTION

}
