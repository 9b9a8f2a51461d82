package com.humantraffickingexperts.lti.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.humantraffickingexperts.lti.catalog.check.CheckedModule;
import com.humantraffickingexperts.lti.catalog.check.Examination;
import com.humantraffickingexperts.lti.catalog.check.Shared;
import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.SourceTree;

/** Examines a location and builds what is sound there. */
class ModuleExamination {

	private static final Logger logger = LoggerFactory.getLogger(ModuleExamination.class);

	private final Examination examination;

	ModuleExamination() {
		this.examination = new Examination();
	}

	ModuleExamination(LocalDate today) {
		this.examination = new Examination(today);
	}

	Outcome of(SourceTree tree) {
		Examination.Result result = this.examination.of(tree);
		List<CoursePackage> modules = new ArrayList<>();
		List<PreparedCatalog.Picture> pictures = new ArrayList<>();
		List<String> unfit = new ArrayList<>();
		for (String folder : result.order()) {
			CheckedModule checked = result.modules().get(folder);
			if (checked == null) {
				continue;
			}
			built(checked).ifPresentOrElse((module) -> {
				modules.add(module);
				checked.source()
					.pictures()
					.forEach((picture) -> pictures.add(new PreparedCatalog.Picture(picture.address(),
							picture.type().mediaType(), picture.file().path())));
			}, () -> unfit.add(folder));
		}
		return new Outcome(new PreparedCatalog(modules, pictures, library(result.shared())), unfit, result.findings());
	}

	private static List<Resource> library(Shared shared) {
		return shared.findings().stream().anyMatch(Finding::blocks) ? List.of()
				: shared.resources().stream().map(ResourceBuilder::build).toList();
	}

	private static Optional<CoursePackage> built(CheckedModule checked) {
		if (!checked.sound()) {
			return Optional.empty();
		}
		try {
			return Optional.of(ModuleBuilder.build(checked));
		}
		catch (RuntimeException ex) {
			logger.error("The module {} cannot be built", checked.source().folder(), ex);
			return Optional.empty();
		}
	}

	/**
	 * What came of it.
	 *
	 * @param catalog what can be offered
	 * @param unfit the modules that cannot
	 * @param findings what was found, in all of them
	 */
	record Outcome(PreparedCatalog catalog, List<String> unfit, List<Finding> findings) {
	}

}
