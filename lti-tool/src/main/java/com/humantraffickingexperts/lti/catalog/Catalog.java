package com.humantraffickingexperts.lti.catalog;

import java.util.List;
import java.util.Optional;

import com.humantraffickingexperts.lti.catalog.Upkeep.Withdrawal;
import com.humantraffickingexperts.lti.catalog.check.Shared;

/** The modules that the tool offers, answered from memory. */
public interface Catalog {

	/**
	 * By what a link names the resource library, where other links name a module. No
	 * module has this id.
	 */
	String LIBRARY = Shared.LIBRARY;

	/**
	 * Every module that is offered, in the order of the catalogue.
	 * @return all modules without an error that are not withdrawn
	 */
	List<CoursePackage> modules();

	/**
	 * One module, also when it is withdrawn: those who open it are told so.
	 * @param id the module's id
	 * @return the module, or empty when there is none of that id
	 */
	Optional<CoursePackage> find(String id);

	/**
	 * What takes the place of a module that was withdrawn.
	 * @param module the module
	 * @return empty where nothing does, or where that is not offered either
	 */
	default Optional<CoursePackage> replacement(CoursePackage module) {
		return Optional.ofNullable(module.upkeep().withdrawal())
			.map(Withdrawal::replacedBy)
			.flatMap(this::find)
			.filter(CoursePackage::offered);
	}

	/**
	 * The resource library, which all modules share.
	 * @return publications, in the order of the library
	 */
	List<Resource> resources();

}
