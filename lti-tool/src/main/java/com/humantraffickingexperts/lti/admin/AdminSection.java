package com.humantraffickingexperts.lti.admin;

import java.util.EnumSet;
import java.util.Set;

/**
 * An entry of the console's navigation. A feature declares its own as a bean.
 */
public interface AdminSection {

	/**
	 * Where it stands in the navigation.
	 * @return smaller comes first; the console's own are 0 (home), 800 (administrators)
	 * and 900 (audit log)
	 */
	int order();

	/**
	 * The words.
	 * @return the key of a message, such as {@code registration.section}
	 */
	String messageKey();

	/**
	 * Where it leads. The section is current on this page and on all below it.
	 * @return a path below {@code /admin}, without a slash at the end
	 */
	String path();

	/**
	 * Who sees it. This hides the entry only: the pages themselves say who may open them.
	 * @param role the role of the person who is signed in
	 * @return whether the entry is there
	 */
	boolean visibleFor(AdminRole role);

	/**
	 * A section for everybody.
	 * @param order where it stands
	 * @param messageKey the key of its words
	 * @param path where it leads
	 * @return the section
	 */
	static AdminSection of(int order, String messageKey, String path) {
		return new Section(order, messageKey, path, EnumSet.allOf(AdminRole.class));
	}

	/**
	 * A section for operators.
	 * @param order where it stands
	 * @param messageKey the key of its words
	 * @param path where it leads
	 * @return the section
	 */
	static AdminSection forOperators(int order, String messageKey, String path) {
		return new Section(order, messageKey, path, EnumSet.of(AdminRole.OPERATOR));
	}

	/**
	 * A section of the navigation.
	 *
	 * @param order where it stands
	 * @param messageKey the key of its words
	 * @param path where it leads
	 * @param roles who sees it
	 */
	record Section(int order, String messageKey, String path, Set<AdminRole> roles) implements AdminSection {

		public Section {
			roles = Set.copyOf(roles);
		}

		@Override
		public boolean visibleFor(AdminRole role) {
			return this.roles.contains(role);
		}

	}

}
