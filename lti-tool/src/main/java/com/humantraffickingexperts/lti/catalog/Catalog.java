package com.humantraffickingexperts.lti.catalog;

import java.util.List;
import java.util.Optional;

/** The modules that the tool offers, answered from memory. */
public interface Catalog {

	/**
	 * Every module, in the order of the catalogue.
	 * @return all modules without an error
	 */
	List<CoursePackage> modules();

	/**
	 * One module.
	 * @param id the module's id
	 * @return the module, or empty when there is none of that id
	 */
	Optional<CoursePackage> find(String id);

}
