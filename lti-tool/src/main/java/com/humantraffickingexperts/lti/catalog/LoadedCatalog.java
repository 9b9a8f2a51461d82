package com.humantraffickingexperts.lti.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.ResourceReader;
import com.humantraffickingexperts.lti.catalog.source.SourceTree;

/** The modules of all locations, read once when the tool starts. */
@Component
@Order(0) // Memory is asked before any database.
class LoadedCatalog implements Catalog, Pictures {

	private static final Logger logger = LoggerFactory.getLogger(LoadedCatalog.class);

	/** So many places are named in the log; {@code catalog validate} tells them all. */
	private static final int PLACES = 20;

	private final Map<String, CoursePackage> modules;

	private final Map<String, PictureFile> pictures;

	private final List<Resource> resources;

	LoadedCatalog(CatalogSettings settings) {
		long started = System.nanoTime();
		Loading loading = new Loading();
		this.modules = loading.load(settings.locations());
		this.pictures = Map.copyOf(loading.pictures);
		this.resources = List.copyOf(loading.resources.values());
		logger.info("The catalogue offers {} modules, read in {} ms: {}", modules().size(),
				Duration.ofNanos(System.nanoTime() - started).toMillis(),
				modules().stream().map(CoursePackage::id).collect(Collectors.joining(", ")));
	}

	@Override
	public List<CoursePackage> modules() {
		return this.modules.values().stream().filter(CoursePackage::offered).toList();
	}

	@Override
	public Optional<CoursePackage> find(String id) {
		return Optional.ofNullable(this.modules.get(id));
	}

	@Override
	public List<Resource> resources() {
		return this.resources;
	}

	@Override
	public Optional<PictureFile> picture(String address) {
		return Optional.ofNullable(this.pictures.get(address));
	}

	/** Goes through the locations one after the other. */
	private static final class Loading {

		private final ModuleExamination examination = new ModuleExamination();

		private final Map<String, SourceTree> trees = new HashMap<>();

		private final Map<String, CoursePackage> modules = new LinkedHashMap<>();

		private final Map<String, PictureFile> pictures = new HashMap<>();

		private final Map<String, Resource> resources = new LinkedHashMap<>();

		Map<String, CoursePackage> load(List<String> locations) {
			for (String location : locations) {
				SourceTree tree = ResourceReader.read(location);
				if (tree.modules().stream().allMatch((module) -> known(module, tree))) {
					continue;
				}
				PreparedCatalog found = PreparedCatalog.of(tree, getClass().getClassLoader())
					.orElseGet(() -> examined(location, tree));
				found.modules()
					.stream()
					.filter((module) -> !known(module.id(), tree))
					.forEach((module) -> take(location, tree, module));
				found.pictures().forEach((picture) -> take(tree, picture));
				found.resources().forEach((resource) -> this.resources.put(resource.id(), resource));
			}
			return new LinkedHashMap<>(this.modules);
		}

		/**
		 * The working directory may hold the very files that were packed into the jar.
		 */
		private boolean known(String module, SourceTree tree) {
			SourceTree earlier = this.trees.get(module);
			return earlier != null && earlier.same(module, tree);
		}

		private void take(String location, SourceTree tree, CoursePackage module) {
			this.trees.put(module.id(), tree);
			if (this.modules.put(module.id(), module) != null) {
				logger.info("The module {} in {} replaces that of an earlier location", module.id(), location);
			}
		}

		private void take(SourceTree tree, PreparedCatalog.Picture picture) {
			byte[] bytes = tree.file(picture.file()).orElseThrow().bytes();
			this.pictures.put(picture.address(), new PictureFile(picture.mediaType(), bytes));
		}

		private PreparedCatalog examined(String location, SourceTree tree) {
			ModuleExamination.Outcome outcome = this.examination.of(tree);
			logFindings(location, outcome.findings());
			outcome.unfit()
				.forEach((module) -> logger.error("The module {} in {} is not offered{}", module, location,
						this.modules.containsKey(module) ? "; the one of an earlier location is" : ""));
			return outcome.catalog();
		}

		/** Names rules and places; what a package says does not belong into a log. */
		private static void logFindings(String location, List<Finding> findings) {
			List<String> places = new ArrayList<>();
			for (Finding finding : findings) {
				places.add(finding.place() + " (" + finding.rule().title() + ")");
			}
			if (!places.isEmpty()) {
				logger.warn("{} findings in {}; catalog validate tells what to do: {}", places.size(), location,
						places.stream().limit(PLACES).collect(Collectors.joining(", ")));
			}
		}

	}

}
