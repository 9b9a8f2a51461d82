package com.humantraffickingexperts.lti.catalog.check;

import java.util.List;

import com.humantraffickingexperts.lti.catalog.source.Finding;

/**
 * A module after its examination.
 *
 * @param source the module
 * @param shared what it has in common with others
 * @param findings what is wrong with it, or with what it shares
 */
public record CheckedModule(ModuleSource source, Shared shared, List<Finding> findings) {

	/**
	 * Whether learners may see it.
	 * @return true when nothing blocks
	 */
	public boolean sound() {
		return this.findings.stream().noneMatch(Finding::blocks);
	}

}
